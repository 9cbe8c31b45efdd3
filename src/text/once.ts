/** A constant that's made when it's first needed, because making it takes longer than a short command may. `make` must always give the same. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
