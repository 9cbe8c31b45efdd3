// The values of conditions: one reader per type, which lint and evaluate share, and sample values on both sides of each bound.
export { bytesAround, readBase64 } from './base64.ts'
export { readBoolean } from './boolean.ts'
export { datesAround, readDate } from './date.ts'
export {
  addressesAround,
  type IpRange,
  inRange,
  isIpRange,
  isPrivateRange,
  networkOf,
  rangesTest,
  readIpRange,
} from './ip-range.ts'
export { numbersAround, readNumber } from './number.ts'
