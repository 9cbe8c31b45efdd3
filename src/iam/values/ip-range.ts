import ipaddr from 'ipaddr.js'

/** A range of addresses of one family: an address and how many of its leading bits count. */
export interface IpRange {
  readonly address: ipaddr.IPv4 | ipaddr.IPv6
  readonly bits: number
}

/**
 * Reads an address or a CIDR range (RFC 4632: IPv4 addresses have four decimal parts); without a mask it's one address. Returns undefined for
 * anything else, such as "203.0/16" or "0x10". Lint and evaluate both skip blanks around it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress
 */
export function readIpRange(text: string): IpRange | undefined {
  const [written = '', mask, ...more] = text.trim().split('/')
  const address = readAddress(written)
  if (!address || more.length > 0) return undefined
  const most = address.kind() === 'ipv4' ? 32 : 128
  if (mask === undefined) return { address, bits: most }
  const bits = Number(mask)
  return /^\d{1,3}$/.test(mask) && bits <= most ? { address, bits } : undefined
}

/** The library reports every other text with an exception, which costs a hundred times as much as these. */
const likeIpv4 = /^\d{1,3}(?:\.\d{1,3}){3}$/
const likeIpv6 = /^[\da-f.]*:[\da-f:.]*$/i

function readAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  if (likeIpv4.test(text)) return ipaddr.IPv4.isValidFourPartDecimal(text) ? ipaddr.IPv4.parse(text) : undefined
  return likeIpv6.test(text) && ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text) : undefined
}

/** Is the address (or the whole smaller range) inside the range? Addresses compare by value; IPv4 and IPv6 never mix. */
export function inRange(inner: IpRange, outer: IpRange): boolean {
  if (inner.bits < outer.bits) return false
  const [a, b] = [inner.address, outer.address]
  // `match` throws for two addresses of different families.
  if (a instanceof ipaddr.IPv4) return b instanceof ipaddr.IPv4 && a.match(b, outer.bits)
  return b instanceof ipaddr.IPv6 && a.match(b, outer.bits)
}

/**
 * Makes the test "is this address in one of the ranges?" once, for many addresses: an IPv4 address with its four decimal parts is read as one
 * number and compared with all ranges, everything else as `inRange` does. A text that isn't a range holds no address.
 */
export function rangesTest(ranges: readonly string[]): (address: string) => boolean {
  const outer = ranges.flatMap((range) => readIpRange(range) ?? [])
  const numbers = outer.flatMap((range) => {
    const first = readIpv4(firstOf(range).toString())
    return first === undefined ? [] : [{ first, end: first + 2 ** (32 - range.bits) }]
  })
  return (text) => {
    const address = readIpv4(text)
    if (address !== undefined) {
      for (const { first, end } of numbers) if (address >= first && address < end) return true
      return false
    }
    const inner = readIpRange(text)
    return inner !== undefined && outer.some((range) => inRange(inner, range))
  }
}

/** An IPv4 address as a number; undefined for every other text, ranges and blanks included. */
function readIpv4(text: string): number | undefined {
  let address = 0
  let part = -1
  let parts = 0
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit >= 0 && digit <= 9) {
      // "01" isn't a decimal part.
      if (part === 0) return undefined
      part = part < 0 ? digit : part * 10 + digit
      if (part > 255) return undefined
    } else if (text[i] === '.' && part >= 0 && parts < 3) {
      address = address * 256 + part
      part = -1
      parts++
    } else return undefined
  }
  return parts === 3 && part >= 0 ? address * 256 + part : undefined
}

/** Is the text an address or a CIDR range? */
export const isIpRange = (text: string): boolean => readIpv4Range(text) !== undefined || readIpRange(text) !== undefined

/** An IPv4 range in numbers. Nearly all ranges in policies are of this kind, and checks read each of them several times. */
interface Ipv4Range {
  readonly address: number
  readonly bits: number
}

/** Undefined for every other text, also for one with blanks around it. */
function readIpv4Range(text: string): Ipv4Range | undefined {
  const slash = text.indexOf('/')
  const address = readIpv4(slash < 0 ? text : text.slice(0, slash))
  const mask = slash < 0 ? '32' : text.slice(slash + 1)
  const bits = /^\d{1,3}$/.test(mask) ? Number(mask) : 33
  return address === undefined || bits > 32 ? undefined : { address, bits }
}

/** The first address of the block of so many leading bits that an address is in. */
const firstInBlock = (address: number, bits: number): number => address - (address % 2 ** (32 - bits))

/**
 * The range that a text means, where that isn't the one it spells out: "203.0.113.7/24" is "203.0.113.0/24". Returns undefined where the bits
 * behind the mask are zero already, and for anything that isn't a range with a mask.
 */
export function networkOf(text: string): string | undefined {
  if (!text.includes('/')) return undefined
  const plain = readIpv4Range(text)
  if (plain && firstInBlock(plain.address, plain.bits) === plain.address) return undefined
  const range = readIpRange(text)
  if (!range) return undefined
  const first = shown(firstOf(range))
  return first === shown(range.address) ? undefined : `${first}/${range.bits}`
}

/** Is the whole range private: RFC 1918, loopback, link-local, or unique local? Such addresses never reach AWS over the internet. */
export function isPrivateRange(text: string): boolean {
  const plain = readIpv4Range(text)
  if (plain)
    return privateBlocks.some(
      (block) => plain.bits >= block.bits && firstInBlock(plain.address, block.bits) === block.address,
    )
  const range = readIpRange(text)
  if (!range) return false
  const kind = firstOf(range).range()
  return isPrivate.has(kind) && lastOf(range).range() === kind
}

const isPrivate: ReadonlySet<string> = new Set(['private', 'loopback', 'linkLocal', 'uniqueLocal'])

/** Those of IPv4: RFC 1918, RFC 1122 (loopback), RFC 3927 (link-local). */
const privateBlocks: readonly Ipv4Range[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '127.0.0.0/8',
  '169.254.0.0/16',
].flatMap((block) => readIpv4Range(block) ?? [])

/**
 * Sample addresses that distinguish these ranges: the lowest address of both families, the first address of each range, and the first address
 * after it. No range begins or ends between two of them.
 */
export function addressesAround(ranges: readonly IpRange[]): readonly string[] {
  const starts = ranges.map((range) => shown(firstOf(range)))
  const ends = ranges.flatMap((range) => behind(lastOf(range)) ?? [])
  return [...new Set([...starts, ...ends, '0.0.0.0', '::'])]
}

function firstOf({ address, bits }: IpRange): ipaddr.IPv4 | ipaddr.IPv6 {
  return address instanceof ipaddr.IPv4
    ? ipaddr.IPv4.networkAddressFromCIDR(`${address}/${bits}`)
    : ipaddr.IPv6.networkAddressFromCIDR(`${address}/${bits}`)
}

function lastOf({ address, bits }: IpRange): ipaddr.IPv4 | ipaddr.IPv6 {
  return address instanceof ipaddr.IPv4
    ? ipaddr.IPv4.broadcastAddressFromCIDR(`${address}/${bits}`)
    : ipaddr.IPv6.broadcastAddressFromCIDR(`${address}/${bits}`)
}

/** The address after this one; undefined after the last of all. */
function behind(address: ipaddr.IPv4 | ipaddr.IPv6): string | undefined {
  const bytes = address.toByteArray()
  const grows = bytes.findLastIndex((byte) => byte < 0xff)
  if (grows < 0) return undefined
  return shown(ipaddr.fromByteArray(bytes.map((byte, i) => (i < grows ? byte : i === grows ? byte + 1 : 0))))
}

/** In the short form of RFC 5952. */
const shown = (address: ipaddr.IPv4 | ipaddr.IPv6): string => address.toString()
