/** Is the whole range private (RFC 1918, loopback, link-local, unique local)? Those never reach AWS as a source. */
export function isPrivateRange(range: string): boolean {
  const [address = '', bits = '32'] = range.trim().split('/')
  const [a, b] = address.split('.').map(Number)
  const length = Number(bits)
  if (/^f[cd][0-9a-f]{2}:|^fe80:/i.test(address)) return true
  if (a === 10 || a === 127) return length >= 8
  if (a === 192 && b === 168) return length >= 16
  if (a === 169 && b === 254) return length >= 16
  return a === 172 && b !== undefined && b >= 16 && b < 32 && length >= 12
}
