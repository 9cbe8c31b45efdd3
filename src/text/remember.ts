/** The same function, which remembers its last answers, `most` of them. For pure functions of a text that are asked for the same few texts again and again. */
export function remember<Value>(read: (text: string) => Value, most = 1024): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    // The oldest goes first. It need not be the least used: one that is asked for again is read again, once.
    for (const oldest of known.keys()) {
      if (known.size < most) break
      known.delete(oldest)
    }
    known.set(text, value)
    return value
  }
}
