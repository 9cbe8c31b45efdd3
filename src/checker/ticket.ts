/** Servers reject URLs longer than about 8 KB. */
const longest = 6000
const cutMark = ' … (cut: see the checker for the whole)'

/** The address that opens a ticket with this text in the company's own system. */
export function ticketAddress(template: string, text: string): string {
  // A URL can't contain half of a surrogate pair.
  const whole = text.replaceAll(/\p{Surrogate}/gu, '\ufffd')
  const encoded = encodeURIComponent(whole)
  return template.replace('{text}', () =>
    encoded.length <= longest ? encoded : encodeURIComponent(cut(whole) + cutMark),
  )
}

function cut(text: string): string {
  let size = 0
  let kept = ''
  for (const character of text) {
    size += encodeURIComponent(character).length
    if (size > longest) break
    kept += character
  }
  return kept
}
