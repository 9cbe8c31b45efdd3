/**
 * The range with all bits behind its mask at zero ("203.0.113.7/24" is "203.0.113.0/24"); undefined where it is so already, or is no range.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress
 */
export function networkOf(range: string): string | undefined {
  const [, address = '', digits = ''] = /^([0-9A-Fa-f:.]{2,45})\/(\d{1,3})$/.exec(range.trim()) ?? []
  const isNew = address.includes(':')
  const width = isNew ? 16 : 8
  const parts = isNew ? readGroups(address) : readBytes(address)
  const bits = Number(digits)
  if (!parts || digits === '' || bits > parts.length * width) return undefined
  const kept = parts.map((part, i) => part & maskOf(bits - i * width, width))
  if (kept.every((part, i) => part === parts[i])) return undefined
  return `${isNew ? writeGroups(kept) : kept.join('.')}/${bits}`
}

/** The mask of one part, of which so many bits belong to the network. */
function maskOf(bits: number, width: number): number {
  const kept = Math.min(Math.max(bits, 0), width)
  return 2 ** width - 2 ** (width - kept)
}

function readBytes(address: string): readonly number[] | undefined {
  const bytes = address.split('.')
  const isAddress = bytes.length === 4 && bytes.every((byte) => /^\d{1,3}$/.test(byte) && Number(byte) < 256)
  return isAddress ? bytes.map(Number) : undefined
}

/** The eight groups of an IPv6 address; undefined for the forms that end in an IPv4 address, which policies hardly hold. */
function readGroups(address: string): readonly number[] | undefined {
  const halves = address.split('::')
  if (halves.length > 2) return undefined
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const gap = 8 - head.length - tail.length
  if (halves.length === 1 ? gap !== 0 : gap < 1) return undefined
  const groups = [...head, ...Array.from({ length: gap }, () => '0'), ...tail]
  return groups.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : undefined
}

/** With the zeros at the end left out. */
function writeGroups(groups: readonly number[]): string {
  const end = groups.findLastIndex((group) => group !== 0) + 1
  const written = groups.slice(0, end).map((group) => group.toString(16))
  return end > 6 ? groups.map((group) => group.toString(16)).join(':') : `${written.join(':')}::`
}
