/**
 * Milliseconds since 1970 of an ISO 8601 date (a year alone up to a full time with offset) or of epoch seconds or milliseconds; undefined for anything else.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 */
export function readDate(text: string): number | undefined {
  const trimmed = text.trim()
  if (epoch.test(trimmed)) return sinceEpoch(Number(trimmed))
  const found = iso.exec(trimmed)?.groups
  if (!found) return undefined
  const { year, month = '1', day = '1', hour = '0', minute = '0', second = '0', fraction = '0', zone = 'Z' } = found
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  const read = new Date(date)
  if (read.getUTCMonth() !== Number(month) - 1 || read.getUTCDate() !== Number(day)) return undefined
  return date + Math.floor(Number(`0.${fraction}`) * 1000) - offset(zone)
}

/** Seconds; a number that large can only be milliseconds. */
const sinceEpoch = (number: number): number => (Math.abs(number) >= 1e11 ? number : number * 1000)

/** Four digits alone are a year, any other number is seconds. */
const epoch = /^(?!\d{4}$)-?\d{1,15}(\.\d{1,9})?$/
const iso =
  /^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d)(?:[Tt ](?<hour>[01]\d|2[0-3]):?(?<minute>[0-5]\d)(?::?(?<second>[0-5]\d)(?:\.(?<fraction>\d{1,9}))?)?(?<zone>[Zz]|[+-]\d\d:?\d\d)?)?)?)?$/

function offset(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0
  const sign = zone.startsWith('-') ? -1 : 1
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) * 60_000
}
