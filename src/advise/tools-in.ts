/** Enough of a log to know what printed it. */
const most = 20_000

/** What tools that make and change resources print, and how events name them. */
const signs: ReadonlyMap<string, RegExp> = new Map([
  ['CloudFormation', /cloudformation|\b(?:CREATE|UPDATE|DELETE)_FAILED\b|Resource handler returned message/i],
  ['Terraform', /terraform|opentofu|\bwith (?:module\.[\w.-]{1,100}\.)?aws_\w{1,60}\.|\bon \S{1,200}\.tf line \d/i],
])

/** The tools that a paste comes from: each makes further calls around the one that was denied. */
export function toolsIn(paste: string): ReadonlySet<string> {
  const text = paste.slice(0, most)
  return new Set([...signs].flatMap(([tool, sign]) => (sign.test(text) ? tool : [])))
}
