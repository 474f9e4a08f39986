/** When the program is at rest, and has done enough since the last time for there to be something to clean up. All in milliseconds of processor time. */
type RestRule = {
  /** Work that is worth cleaning up after. */
  readonly worth: number;
  /** The most work between two looks that still counts as rest. */
  readonly restful: number;
  /** How many looks in a row must have found rest. */
  readonly looks: number;
};

const RULE: RestRule = { worth: 500, restful: 100, looks: 2 };
const LOOK_EVERY = 1_000;

/** Answers, look by look, whether this is the time to clean up, from how much was done since the look before. */
export function restWatch({ worth, restful, looks }: RestRule = RULE): (worked: number) => boolean {
  let done = 0;
  let rested = 0;
  return (worked) => {
    done += worked;
    rested = worked <= restful ? rested + 1 : 0;
    if (rested < looks || done < worth) return false;
    done = 0;
    return true;
  };
}

/**
 * Has V8 clean up the whole heap when the program has been at rest for some two seconds after work: once each time, and never while somebody waits. Left to itself V8
 * cleans as it needs room, and keeps the room it once took when nobody asks for anything (decision 0046). `collect`: the means to do it, if there are any.
 */
export function collectAtRest(collect: (() => void) | undefined = wholeCollection(), worked = workSinceLast()): void {
  if (!collect) return;
  const isTime = restWatch();
  const look = () => {
    if (!isTime(worked())) return;
    collect();
    // Its own work is not counted, or it would clean up after itself.
    worked();
  };
  setInterval(look, LOOK_EVERY).unref();
}

/** Cleans as V8 does when it has nothing left: the pages that it would keep for what may come are given back at once. Only in a program that was started with `--expose-gc`. */
function wholeCollection(): (() => void) | undefined {
  const { gc } = globalThis;
  return gc && (() => void gc({ type: 'major', flavor: 'last-resort' }));
}

/** How many milliseconds of processor time the program has taken since it was last asked: on a busy machine the clock counts the waiting too. */
function workSinceLast(): () => number {
  let before = 0;
  return () => {
    const { user, system } = process.cpuUsage();
    const all = (user + system) / 1_000;
    const worked = all - before;
    before = all;
    return worked;
  };
}
