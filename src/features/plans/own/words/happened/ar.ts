import { word } from '../../../history/happening-words.ts';
import { ar } from '../ar.ts';
import type { HappenedWords } from './happened.ts';

const duties = {
  overall: 'المسؤول عن الخطة كلها',
  coordinator: 'منسق الخطة',
  'follow-up': 'اليوم الذي تنظرون فيه كيف سارت الأمور',
  participation: 'كيف شاركت',
};
const questions = {
  'make-plan': 'عن إعداد الخطة',
  'lift-secrecy': 'عن من يجوز له أن يعرف ماذا',
  'invite-outside': 'عن دعوة شخص آخر',
  'shared-documentation': 'عن سجلك الطبي',
};
const tasks = {
  requested: 'تلقت السؤال',
  received: 'قرأت السؤال',
  accepted: 'قالت نعم',
  rejected: 'قالت لا',
  cancelled: 'لن تفعل ذلك بعد الآن',
  'in-progress': 'بدأت',
  'on-hold': 'توقفت مؤقتا',
  completed: 'انتهت',
  failed: 'لم تستطع فعل ذلك',
};
const summoned = {
  yes: 'الحضور: نعم',
  'other-time': 'طلب موعد آخر',
  substitute: 'سيأتي شخص آخر',
  'wrong-receiver': 'لا مشاركة',
  no: 'الحضور: لا',
};

/** What has happened in the plan, in Arabic. */
export const arHappened: HappenedWords = {
  news: 'الجديد منذ زيارتك الأخيرة',
  since: (when) => `كنت هنا آخر مرة ${when}.`,
  all: 'كل ما حدث',
  none: 'لم يحدث شيء بعد.',
  older: 'عرض الأقدم',
  latest: 'عرض الأحدث',
  of: {
    initiative: () => 'لاحظ شخص أنك تحتاج إلى خطة.',
    assessment: ({ says }) => (says === 'needed' ? 'قال شخص إنك تحتاج إلى خطة.' : 'قال شخص إنك لا تحتاج إلى خطة.'),
    text: ({ ref }) => `نص جديد: ${word(ar.words.parts, ref, 'شيء عنك')}`,
    spoken: () => 'كتب من يتحدث عنك في الخطة.',
    party: ({ unit = 'جهة أخرى' }) => `تشارك في الخطة: ${unit}.`,
    meeting: ({ says }) =>
      word({ set: 'يوجد موعد لاجتماع.', 'called-off': 'لن يعقد الاجتماع.', held: 'عقد اجتماع.' }, says, 'تغير الاجتماع.'),
    attendance: () => 'كتب من حضر الاجتماع.',
    notes: () => 'توجد ملاحظات من الاجتماع.',
    called: ({ unit, name }) => `طلب الحضور إلى الاجتماع من: ${unit ?? name ?? 'شخص'}.`,
    answer: ({ unit, name, says }) => `${name ?? unit ?? 'شخص'}: ${word(summoned, says, 'وصلت الإجابة')}.`,
    goal: ({ dropped, name }) => (dropped ? 'حذف هدف.' : `هدف: ${name ?? 'لم يعد موجودا'}`),
    measure: ({ dropped, name }) => (dropped ? 'شيء لن يتم عمله بعد الآن.' : `ما سيتم عمله: ${name ?? 'لم يعد موجودا'}`),
    duty: ({ ref }) => `تغير: ${word(duties, ref, 'من يفعل ماذا')}.`,
    'change-answer': ({ says, name, ref }) =>
      `${word({ approved: 'قلت نعم', objects: 'قلت لا', commented: 'كتبت رأيك', 'not-asked': 'لم تسأل' }, says, 'أجبت')}: ${name ?? word(duties, ref, 'شيء لم يعد موجودا')}`,
    sheet: () => 'كتب شيء جديد عن الخطة.',
    adjustment: ({ unit = 'جهة' }) => `توافق على الخطة: ${unit}.`,
    task: ({ says, unit = 'جهة', name }) => `${unit}: ${word(tasks, says, 'وصلت الإجابة')}${name ? ` (${name})` : '.'}`,
    'follow-up': () => 'تحدثتم عن كيف سارت الأمور.',
    'own-view': ({ name }) => `قلت كيف تسير الأمور: ${name ?? 'شيء لم يعد موجودا'}`,
    consent: ({ ref, says }) =>
      `إجابة ${word(questions, ref, 'عما يجوز للآخرين فعله')}: ${word({ given: 'نعم', partly: 'نعم، جزئيا', declined: 'لا', cannot: 'لا يمكن الإجابة الآن' }, says, '')}`,
    withdrawal: ({ ref }) => `سحبت إجابة ${word(questions, ref, 'عما يجوز للآخرين فعله')}.`,
    disclosure: ({ unit = 'جهة' }) => `يجوز قراءة أجزاء من الخطة لدى: ${unit}. القانون يسمح بذلك.`,
    'disclosure-ended': ({ unit = 'جهة' }) => `لم تعد القراءة بحسب القانون جائزة لدى: ${unit}.`,
    'disclosure-reviewed': ({ says }) => (says === 'right' ? 'تحقق شخص من ذلك: كان صحيحا.' : 'تحقق شخص من ذلك: كان خطأ.'),
    copy: ({ number, unit, says }) =>
      says === 'withheld' ? `لم ترسل النسخة ${number} إلى: ${unit ?? 'أنت'}.` : `أرسلت النسخة ${number} من الخطة إلى: ${unit ?? 'أنت'}.`,
    'copy-received': ({ number, unit }) => `فتحت النسخة ${number} لدى: ${unit ?? 'أنت'}.`,
    'copy-annulled': ({ number, unit }) => `أغلقت النسخة ${number} لدى: ${unit ?? 'أنت'}. حدث خطأ.`,
    speaker: () => 'تغير من يتحدث عنك.',
    'hand-over': ({ unit = 'جهة' }) => `سئلت عن المسؤولية عن الخطة كلها: ${unit}.`,
    'hand-over-answer': ({ says, unit = 'جهة' }) =>
      word(
        { accepted: `المسؤول الآن عن الخطة كلها: ${unit}.`, declined: `رفض المسؤولية عن الخطة كلها: ${unit}.` },
        says,
        'سحب السؤال عن الخطة كلها.',
      ),
    'closing-wish': ({ says }) => (says === 'wants' ? 'قلت إنك تريد إنهاء الخطة.' : 'قلت إنك تريد الاستمرار.'),
    survey: ({ says }) => (says === 'individual' ? 'حصلت على رمز لأسئلة عن الاجتماع.' : 'حصل الحاضرون على أسئلة عن الاجتماع.'),
    version: ({ number }) => `الخطة جاهزة. هذه هي النسخة ${number}.`,
    closing: () => 'انتهت الخطة.',
    notification: () => 'قام شخص بما يطلبه القانون.',
  },
};
