/** More texts than this are not remembered: then all are forgotten, so that memory stays bounded. */
const most = 1024

/** The same function, which remembers its last answers. For pure functions of a text that are asked for the same few texts again and again. */
export function remember<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    if (known.size >= most) known.clear()
    known.set(text, value)
    return value
  }
}
