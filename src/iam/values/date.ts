import { around } from './number.ts'

/**
 * Reads a date of a policy or a request: the W3C profile of ISO 8601 (a year alone up to a full time with offset), or seconds since 1970.
 * Returns milliseconds since 1970; undefined for anything else, such as February 30. A number too large for seconds is milliseconds. AWS doesn't
 * document a resolution finer than that, so further digits of a second are cut off. AWS doesn't say what a time without an offset means; lint
 * and evaluate both take it as UTC, and both skip blanks around a date.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 * https://www.w3.org/TR/NOTE-datetime
 */
export function readDate(text: string): number | undefined {
  const usual = readUsual(text)
  if (usual !== undefined) return usual
  const trimmed = text.trim()
  if (epoch.test(trimmed)) return sinceEpoch(Number(trimmed))
  const found = iso.exec(trimmed)
  if (!found) return undefined
  const [, year, month = '1', day = '1', hour = '0', minute = '0', second = '0', fraction = '0', zone = 'Z'] = found
  const date = dayOf(Number(year), Number(month), Number(day))
  if (date === undefined) return undefined
  const ms = Math.trunc(Number(`0.${fraction}`) * 1000 + 1e-6)
  return date + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + ms - offset(zone)
}

/**
 * "2026-11-28T12:00:00Z", with milliseconds or without: requests hold their time in this form, so it's read without taking it apart.
 * Undefined for every other form, days after the 28th included.
 */
function readUsual(text: string): number | undefined {
  const hasMs = text.length === 24
  if (!hasMs && text.length !== 20) return undefined
  if (!(has(text, 4, '-') && has(text, 7, '-') && has(text, 10, 'T') && has(text, 13, ':') && has(text, 16, ':')))
    return undefined
  if (!has(text, text.length - 1, 'Z') || (hasMs && !has(text, 19, '.'))) return undefined
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 2)
  const day = digits(text, 8, 2)
  const hour = digits(text, 11, 2)
  const minute = digits(text, 14, 2)
  const second = digits(text, 17, 2)
  const ms = hasMs ? digits(text, 20, 3) : 0
  const isUsual = year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= 28 && hour < 24 && minute < 60
  if (!isUsual || !(second < 60 && ms >= 0)) return undefined
  return (((daysTo(year, month, day) * 24 + hour) * 60 + minute) * 60 + second) * 1000 + ms
}

/** Days from 1970-01-01 to a date of the Gregorian calendar. Years begin in March here, so that leap days come last. */
function daysTo(year: number, month: number, day: number): number {
  const from = month > 2 ? year : year - 1
  const leapDays = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400)
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return from * 365 + leapDays + inYear - daysBefore1970
}

/** Days from March 1 of the year 0 to 1970-01-01. */
const daysBefore1970 = 719_468

const has = (text: string, at: number, letter: string): boolean => text.charCodeAt(at) === letter.charCodeAt(0)

/** So many digits as a number; NaN where one of them isn't a digit. */
function digits(text: string, from: number, count: number): number {
  let number = 0
  for (let i = from; i < from + count; i++) {
    const digit = text.charCodeAt(i) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    number = number * 10 + digit
  }
  return number
}

/** The start of a day in milliseconds; undefined where the month doesn't have the day. `Date.UTC` takes years below 100 for 19xx. */
function dayOf(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined
  if (year >= 100 && day <= 28) return Date.UTC(year, month - 1, day)
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : undefined
}

/** Seconds; a number this large can only be milliseconds. */
const sinceEpoch = (number: number): number => (Math.abs(number) >= mostSeconds ? number : number * 1000)

const mostSeconds = 1e11

/** Four digits alone are a year, any other whole number is seconds. */
const epoch = /^(?!\d{4}$)-?\d{1,15}$/
/** Year, month, day, hour, minute, second, fraction, zone. */
const iso =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/

function offset(zone: string): number {
  if (zone === 'Z') return 0
  const sign = zone.startsWith('-') ? -1 : 1
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) * 60_000
}

/**
 * Sample dates that distinguish all comparisons with these bounds (milliseconds): each bound, one before all, one after all, and one
 * between each two neighbors. Returns texts that `readDate` reads.
 */
export const datesAround = (bounds: readonly number[]): readonly string[] =>
  around(bounds, { below: (ms) => ms - 1000, above: (ms) => ms + 1000, between: betweenDates }).map(written)

/** A whole second where one fits, else the next millisecond. */
function betweenDates(low: number, high: number): number {
  const second = (Math.floor(low / 1000) + 1) * 1000
  return second < high ? second : low + 1
}

/** Years of four digits in ISO 8601, others as milliseconds. */
function written(ms: number): string {
  const date = new Date(ms)
  const year = date.getUTCFullYear()
  return year >= 0 && year <= 9999 ? date.toISOString() : String(ms)
}
