import { messagesOf } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import type { Situation } from './situation.ts'

const told = messagesOf('works-later', {
  title: 'If a retry works, wait for the permission instead of adding one',
  text: 'What you pasted says that the same call works later. Changes in IAM take a few seconds, sometimes minutes, to take effect everywhere, so a call right after its role or policy was created can fail. Let the call come later: make it depend on the policy (DependsOn in CloudFormation, depends_on in Terraform, addDependency in the CDK), or let it try again.',
  textForOthers:
    'The same call works later. Changes in IAM take a few seconds, sometimes minutes, to take effect everywhere, so a call right after its role or policy was created can fail.',
})

/** "when I click `retry`, it works successfully", "the second run succeeds", "it worked when I ran it again" */
const later =
  /\b(?:retry(?:ing)?|retries|re-?run(?:ning)?|(?:second|2nd|next) (?:time|try|run|attempt|deploy(?:ment)?)|(?:try|tried|run|ran|deploy|deployed) (?:it )?again)\b[^\n.]{0,40}\b(?:works|worked|succeeds|succeeded|successful|passes|passed)\b|\b(?:works|worked|succeeds|succeeded|passes|passed)\b[^\n.]{0,30}\b(?:on|after|with|when|if|the) (?:[\w’'`]{1,12} ){0,3}(?:retry(?:ing)?|re-?run(?:ning)?|second|2nd|again)\b/i

const negated = /\b(?:not|never|neither|nothing|no longer|cannot)\b|n['’]t\b/i

/** The same call works a moment later, and no Deny stops it. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency */
export function worksLater({ asked, stated }: Situation, paste: string): boolean {
  const said = asked === undefined || stated.effect === 'explicit-deny' ? null : later.exec(paste)
  return said !== null && !negated.test(said[0])
}

/** What to do then. */
export const worksLaterStep = (): Step => ({ title: told('title'), text: told('text'), owner: 'caller' })
