/** Enough of a log to know what printed it. */
const most = 20_000

/**
 * What tools that make and change resources print, and how events name them. The console's pages print "You need permissions" and "API: service:Action".
 */
const signs: ReadonlyMap<string, RegExp> = new Map([
  ['CloudFormation', /cloudformation|\b(?:CREATE|UPDATE|DELETE)_FAILED\b|Resource handler returned message/i],
  [
    'Console',
    /\bconsole\.aws\.amazon\.com\b|\b(?:AWS|management|billing|IAM|web) console\b|\bin the console\b|\bYou need permissions\b|\bAPI: [a-z0-9-]{2,40}:\w/i,
  ],
  ['Terraform', /terraform|opentofu|\bwith (?:module\.[\w.-]{1,100}\.)?aws_\w{1,60}\.|\bon \S{1,200}\.tf line \d/i],
])

/** Does a tool speak in the paste that deploys what others use? */
export const isByDeployment = (paste: string): boolean => {
  const tools = toolsIn(paste)
  return tools.has('CloudFormation') || tools.has('Terraform')
}

/** The tools that a paste comes from: each makes further calls around the one that was denied. */
export function toolsIn(paste: string): ReadonlySet<string> {
  const text = paste.slice(0, most)
  return new Set([...signs].flatMap(([tool, sign]) => (sign.test(text) ? tool : [])))
}
