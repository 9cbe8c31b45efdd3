/** A value that's made when it's first asked for, because making it takes longer than not needing it. `make` must always give the same. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
