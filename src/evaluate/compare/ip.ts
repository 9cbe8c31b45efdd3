import ipaddr from 'ipaddr.js'

/** An address range: an address and how many of its leading bits count. */
export interface IpRange {
  readonly address: ipaddr.IPv4 | ipaddr.IPv6
  readonly bits: number
}

/** Reads an address or a CIDR range; without a mask it is one address. Undefined for anything else. */
export function readIpRange(text: string): IpRange | undefined {
  const [address = '', mask, ...more] = text.trim().split('/')
  const read = readAddress(address)
  if (!read || more.length > 0) return undefined
  const most = read.kind() === 'ipv4' ? 32 : 128
  if (mask === undefined) return { address: read, bits: most }
  const bits = Number(mask)
  return /^\d{1,3}$/.test(mask) && bits <= most ? { address: read, bits } : undefined
}

/** Is the address (or the whole smaller range) inside the range? Addresses compare by value, IPv4 and IPv6 never mix. */
export function inRange(inner: IpRange, outer: IpRange): boolean {
  if (inner.address.kind() !== outer.address.kind() || inner.bits < outer.bits) return false
  const [a, b] = [inner.address.toByteArray(), outer.address.toByteArray()]
  for (let bit = 0; bit < outer.bits; bit += 8) {
    const mask = outer.bits - bit >= 8 ? 0xff : 0xff << (8 - (outer.bits - bit))
    if (((a[bit / 8] ?? 0) & mask) !== ((b[bit / 8] ?? 0) & mask)) return false
  }
  return true
}

function readAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text)
  return text.includes(':') && !text.includes('%') && ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text) : undefined
}
