/** Milliseconds of the processor that work takes: what else the machine does at the same time does not count. */
export function cpuTime(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/**
 * How many times as long four times the text takes, at the best of up to five tries: the collector and the neighbors on the machine only ever
 * add time. Times below `floor` milliseconds count as that much, since the clock decides there. Linear work gives about 4, quadratic 16.
 */
export function growth(work: (n: number) => unknown, floor: number): number {
  let [once, fourfold] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let i = 0; i < 5; i++) {
    once = Math.min(
      once,
      cpuTime(() => work(1)),
    )
    fourfold = Math.min(
      fourfold,
      cpuTime(() => work(4)),
    )
    if (fourfold < floor || fourfold < once * tolerated) break
  }
  return fourfold < floor ? 4 : fourfold / once
}

/** What four times the text can take where the work is linear and the machine is busy. */
export const tolerated = 12
