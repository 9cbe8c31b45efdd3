// IP addresses keep their relations: two addresses share a network after redaction exactly if they did before, so conditions on ranges keep
// their answer. A new branch of the tree of bits takes the bit of a template, so nothing of the address is left in the result.
import ipaddr from 'ipaddr.js'

/** Ranges that mean something by themselves and stay: private, loopback, link-local, shared, multicast. */
const fixed = [
  ...'0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.168.0.0/16 224.0.0.0/3'.split(
    ' ',
  ),
  ...'::/16 fc00::/7 fe80::/10 ff00::/8 2001:db8::/32'.split(' '),
]
/** Addresses that are the same everywhere. */
const everywhere = /^(?:0\.|127\.|169\.254\.|2[2-5]\d\.)/
const templates: Readonly<Record<4 | 16, readonly number[]>> = {
  4: [203, 0, 113, 10],
  16: [0x20, 0x01, 0x0d, 0xb9, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1],
}

interface Node {
  /** The bit that the real bit 0 becomes; undefined until a first address comes by. */
  zero: 0 | 1 | undefined
  readonly next: [Node | undefined, Node | undefined]
}
const newNode = (): Node => ({ zero: undefined, next: [undefined, undefined] })

/** Replaces an address or the network part of a CIDR range; text that is neither comes back unchanged. */
export function createAddresses(): (text: string) => string {
  const roots = { 4: newNode(), 16: newNode() }

  function mapped(bytes: readonly number[], bits: number, isFixed: boolean): readonly number[] {
    const width = bytes.length === 4 ? 4 : 16
    const template = templates[width]
    let node = roots[width]
    const result = bytes.map(() => 0)
    for (let i = 0; i < bits; i++) {
      const at = i >> 3
      const shift = 7 - (i & 7)
      const bit = (((bytes[at] ?? 0) >> shift) & 1) === 1 ? 1 : 0
      const wished = (((template[at] ?? 0) >> shift) & 1) === 1 ? 1 : 0
      node.zero ??= isFixed ? 0 : bit === 0 ? wished : wished === 1 ? 0 : 1
      result[at] = (result[at] ?? 0) | ((bit ^ node.zero) << shift)
      node = node.next[bit] ??= newNode()
    }
    return result
  }
  for (const range of fixed) {
    const [address, bits] = ipaddr.parseCIDR(range)
    mapped(address.toByteArray(), bits, true)
  }

  return (text) => {
    const [address = '', prefix] = text.split('/')
    if (everywhere.test(address) || !isAddress(address)) return text
    const parsed = ipaddr.parse(address)
    const bytes = parsed.toByteArray()
    const bits = Math.min(prefix === undefined ? bytes.length * 8 : Number(prefix), bytes.length * 8)
    const result = ipaddr.fromByteArray([...mapped(bytes, bits, false)]).toString()
    return prefix === undefined ? result : `${result}/${prefix}`
  }
}

const isAddress = (text: string): boolean =>
  text.includes(':') ? /\d/.test(text) && ipaddr.IPv6.isValid(text) : ipaddr.IPv4.isValidFourPartDecimal(text)
