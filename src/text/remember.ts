/** Memoizes a pure function of a string that is called with the same few strings many times. Keeps at most `most` results and evicts the oldest. */
export function remember<Value>(read: (text: string) => Value, most = 1024): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    // Evict the oldest result. It might not be the least used, but computing it once more is cheap.
    for (const oldest of known.keys()) {
      if (known.size < most) break
      known.delete(oldest)
    }
    known.set(text, value)
    return value
  }
}
