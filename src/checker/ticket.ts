/** Servers refuse addresses of more than about 8 KB. */
const longest = 6000
const cutMark = ' … (cut: see the checker for the whole)'

/** The address that opens a ticket with this text in the company's own system. */
export function ticketAddress(template: string, text: string): string {
  // Half a character cannot stand in an address.
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
