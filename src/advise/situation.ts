import type { Denial, Reach } from '../denial/index.ts'
import type { DocumentInput, PolicyInput, Request, Verdict } from '../evaluate/index.ts'
import type { Caller, PolicyType } from '../iam/index.ts'
import type { Finding } from '../lint/index.ts'
import type { Action, Reference } from '../reference/index.ts'
import type { Text, Told } from '../words/index.ts'
import type { Case } from './diagnosis.ts'
import type { Mask } from './mask.ts'
import type { Source } from './source.ts'

/** A policy as it stands: as the user gave it, or as the fixes so far leave it. Its index is the one that a verdict's references mean. */
export interface StandingPolicy extends PolicyInput {
  readonly type: PolicyType
  readonly name: string
  readonly target: string | undefined
  readonly text: string
  /** What the text was read from, where that was Terraform or YAML. */
  readonly source?: Source | undefined
  /** Whom it applies to, as far as account details told it. */
  readonly reach?: Reach | undefined
  /** It counts as the caller's, and what it was pasted in doesn't show that the caller has it: the clause after "if". */
  readonly onlyIf?: Text | undefined
  /** False for a document that a fix adds. */
  readonly given: boolean
  /** What is wrong with it, if that was looked for. That of another text doesn't count. */
  readonly linted?: { readonly of: string; readonly findings: readonly Finding[] } | undefined
}

/** What is put to the evaluator, and what is known of it. */
export interface Asked {
  readonly request: Request
  readonly caller: Caller
  /** "s3", lower case. */
  readonly service: string
  /** "s3:GetObject", in AWS's own spelling where the reference knows the action. */
  readonly action: string
  readonly known: Action | undefined
  /** The ARN of what the action acts on, with holes; undefined for an action that takes "*". */
  readonly template: string | undefined
  /** A policy can name the resource: AWS's messages also name ones that it matches with "*" only. */
  readonly takesArn: boolean
  readonly crossAccount: boolean
  /** The caller as the message describes it, where it gives no ARN: "the function’s execution role". */
  readonly callerInWords?: Told
  /** Parts that weren’t given. They have placeholders, and texts say so. */
  readonly standIns: ReadonlySet<'principal' | 'resource'>
  /** Keys of the request's context, in lower case, whose values are assumed because AWS denied the call: no text states them as facts. */
  readonly assumedKeys: ReadonlySet<string>
}

/** The policy that denied the call, according to the message. */
export interface Stated {
  readonly effect: Denial['effect']
  readonly policyType: PolicyType | undefined
  readonly policyArn: string | undefined
}

/** Which layer stopped the request, and how. */
export interface Blame {
  readonly effect: 'explicit-deny' | 'implicit-deny' | undefined
  /** Undefined if the policy type isn’t known. */
  readonly policyType: PolicyType | undefined
  /** AWS names a layer that doesn’t deny the request in the given policies: its document is missing, or a different one was given. */
  readonly unseen: boolean
}

/** What a call does besides its operation, where AWS checks that as an action of its own. */
export interface FurtherCheck {
  /** The operation's own action, which the policies allow. */
  readonly of: string
  /** After "The call also …". */
  readonly does: Text
  /** How to do without it; one sentence. */
  readonly without: Text
  /** Doing without it is the usual way, and the permission is more than the call is for. */
  readonly isDispensable?: true
}

/** What AWS denied to the same caller as well, in the same paste. */
export interface AlsoDenied {
  /** Undefined: the same call, on another resource. */
  readonly action: string | undefined
  readonly resource: string
}

/** Everything a cause may look at: what AWS said, what was asked, what the policies say about it. */
export interface Situation {
  readonly given: Case
  readonly denial: Denial
  readonly reference: Reference | undefined
  readonly policies: readonly StandingPolicy[]
  /** Grants and access control lists that were pasted: they count, and no fix changes them. */
  readonly documents: readonly DocumentInput[]
  readonly stated: Stated
  /** The call does more than its operation says: `asked` is about that. */
  readonly alsoChecked?: FurtherCheck | undefined
  readonly alsoDenied: readonly AlsoDenied[]
  /** Undefined where no action is known. The caller or the resource may be a stand-in. */
  readonly asked: Asked | undefined
  /** The answer of the policies as they stand; also where there are none, because fixes are proved against it. */
  readonly verdict: Verdict | undefined
  readonly blame: Blame
  /** Assumptions that nothing confirms. An answer that depends on one isn’t confirmed. */
  readonly guesses: readonly Text[]
  /** Values that the case hides: no proof may rest on what they are. */
  readonly masks: readonly Mask[]
  /** What the proof of a fix rests on because a policy was assumed, as a clause after "if". */
  readonly onlyIf?: Text | undefined
  /** The request without what was assumed of it, and that assumption as a clause after "if"; undefined where nothing was. */
  readonly open?: { readonly request: Request; readonly onlyIf: Text } | undefined
}

/** A situation in which there is something to evaluate. */
export interface Evaluated extends Situation {
  readonly asked: Asked
  readonly verdict: Verdict
}

/** Narrows to a situation in which there is something to evaluate. */
export const isEvaluated = (situation: Situation): situation is Evaluated =>
  situation.asked !== undefined && situation.verdict !== undefined

/** Did the user give a policy of this type? */
export const hasGiven = ({ policies }: Pick<Situation, 'policies'>, type: PolicyType): boolean =>
  policies.some((policy) => policy.given && policy.type === type)
