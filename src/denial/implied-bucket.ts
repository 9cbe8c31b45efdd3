/** The bucket's name in quotes, in a command, or in an address, where its object's name is a variable or isn't there. */
const places: readonly RegExp[] = [
  // S3's own host isn't a bucket.
  /\bs3[an]?:\/\/(?!s3[\w.-]{0,60}amazonaws\.com)([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\b/g,
  /\bbucket(?:_?name)?["']?\s{0,3}(?:[:=]|is|named|called)?\s{0,3}["'`“]([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])["'`”]/gi,
  /--bucket[ =]([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\b/g,
  /https?:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\.s3[.-][\w.-]{0,60}amazonaws\.com/g,
]

/** A longer text names the buckets of more than one call. */
const mostText = 20_000

/** The only bucket that a pasted command, program, or sentence names; undefined where it names none, or several. */
export function impliedBucket(text: string): string | undefined {
  const head = text.slice(0, mostText)
  const names = new Set(places.flatMap((place) => [...head.matchAll(place)].map(([, name = '']) => name)))
  const [only] = names
  return names.size === 1 ? only : undefined
}
