/** After this many days, too much of AWS's data has changed to say nothing about it. */
const oldAfter = 90

/** Is data of this day ("2026-09-26") too old to be used without a warning? `now` is in milliseconds, as Date.now() has it. */
export const isOldData = (day: string, now: number): boolean => now - Date.parse(day) > oldAfter * 24 * 60 * 60 * 1000
