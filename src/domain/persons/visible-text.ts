/** A letter or a digit that can be seen: some letters of Unicode are drawn as nothing. */
const VISIBLE = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u;

/** Has the text anything to read? A name or a number of signs alone points nobody out. */
export function isReadable(text: string): boolean {
  return VISIBLE.test(text);
}
