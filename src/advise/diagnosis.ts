import type { Denial, DenialGroup, PolicyHolder, Reach, Secret } from '../denial/index.ts'
import type { ContextInput, Facts, PolicyProblem, Request, Verdict } from '../evaluate/index.ts'
import type { PolicyType } from '../iam/index.ts'
import type { Finding } from '../lint/index.ts'
import type { Edit, NonEmpty } from '../text/index.ts'
import type { Text, TypeReason } from '../words/index.ts'
import type { Json } from './fixes/json-text.ts'
import type { Holder } from './holder.ts'
import type { Source } from './source.ts'

/** One policy as the user gave it. Without a type it is guessed from the text. */
export interface GivenPolicy {
  readonly name: string
  readonly type?: PolicyType | undefined
  /** Where the type was not chosen but told by what stood around the policy: by what. One clause. */
  readonly because?: string | undefined
  /** For SCPs and RCPs: the root, OU or account it is attached to. */
  readonly target?: string | undefined
  /** The document holds more than `text`: a part of it could not be read, or depends on what isn't known. */
  readonly partial?: boolean | undefined
  /** What it was read from ends in the middle: its last statement can have a condition that isn't here. */
  readonly cutOff?: boolean | undefined
  /** Whom it applies to, where account details told it. */
  readonly reach?: Reach | undefined
  /** Whom what it was pasted in attaches it to; empty where that could show it and doesn't. */
  readonly holders?: readonly PolicyHolder[] | undefined
  /** What `text` was read from, where that was Terraform or YAML. */
  readonly source?: Source | undefined
  readonly text: string
}

/** Everything the user gave: the whole input of a diagnosis, and the state of the page. */
export interface Case {
  /** The pasted error, log line, event: anything. */
  readonly paste: string
  readonly policies: readonly GivenPolicy[]
  /** If the paste contains several denials: the index of this one, in the order of the diagnosis. Defaults to the first. */
  readonly which?: number | undefined
  /** What the user corrected or added by hand; wins over what the paste says. */
  readonly principal?: string | undefined
  readonly action?: string | undefined
  readonly resource?: string | undefined
  readonly resourceAccount?: string | undefined
  readonly context?: Readonly<Record<string, ContextInput>> | undefined
  readonly facts?: Facts | undefined
}

/** What was recognised of one given policy. */
export interface RecognisedPolicy {
  readonly name: string
  readonly type: PolicyType
  /** True where the user chose the type, false where it was guessed. */
  readonly chosen: boolean
  readonly because: TypeReason
  readonly findings: readonly Finding[]
  readonly problems: readonly PolicyProblem[]
}

/** Who can make a change. */
export type Owner = 'caller' | 'account administrator' | 'resource owner' | 'organization administrator'

/** One thing to do. `Said` is `Text` while the answer is being made, and a string once it's written out. `command` is a read-only AWS CLI command, `statement` what to add to a document that was not given. */
export interface Step<Said = Text> {
  readonly title: Said
  readonly text: Said
  readonly owner: Owner
  readonly command?: Said | undefined
  readonly statement?: string | undefined
  /** It's the usual reason for such a call: it comes before any change. */
  readonly isUsual?: boolean | undefined
}

/** A changed document, ready for one tool. */
export interface Delivery {
  readonly tool: 'Your Terraform' | 'Your YAML' | 'Your JSON' | 'Your code' | 'AWS CLI' | 'Terraform' | 'CloudFormation'
  readonly text: string
}

/** Another check of the same call: on what, and when. */
export interface Dependent<Said = Text> {
  /** "iam:PassRole" */
  readonly action: string
  /** An ARN with placeholders for unknown parts, or "*" if AWS accepts nothing narrower. */
  readonly resource: string
  /** When it's checked, or why: "if the call hands over a role". */
  readonly reason: Said
  /** Every such call needs it: it's part of the fix. Others are for the reader to choose. */
  readonly isCertain: boolean
  /** The service that a role is handed to, for iam:PassRole. */
  readonly passedTo: string | undefined
  /** The service that makes this call for the caller, "s3.amazonaws.com"; undefined: it's checked within the call itself. */
  readonly via: string | undefined
  /** The resource with placeholders for its names, where `resource` can be any: for what must not be allowed on all. */
  readonly named?: string
  /** The condition under which the documents allow everything in its service: the new statement keeps it. */
  readonly condition?: Json
}

/** A change of one document, and the proof that it works. */
export interface Fix<Said = Text> {
  readonly title: Said
  readonly owner: Owner
  readonly policyType: PolicyType
  /** The given policy that the edit changes; undefined: a new document. */
  readonly policyIndex: number | undefined
  readonly edit: Edit<Said> | undefined
  /** The document before (empty for a new one) and with the fix in place. */
  readonly before: string
  readonly after: string
  /** Why the change isn’t wider than needed, or its trade-off. */
  readonly note: Said
  /** Whom the change affects, as a sentence, where account details told it. */
  readonly affects?: Said | undefined
  /** What the change would make possible beyond the request; undefined if no such risk is known. */
  readonly risk: Said | undefined
  /** What else of the same call the change allows, because every such call needs it: a line each. */
  readonly included: readonly Dependent<Said>[]
  /** What some such calls need: the reader chooses, and \`withOptions\` makes the document. */
  readonly options: readonly Dependent<Said>[]
  /** Actions of the change that the call needs as much as the denied one: nothing narrower works. */
  readonly needed?: readonly string[] | undefined
  /** What the document is attached to, for \`deliveriesOf\`; undefined where no tool can put it there. */
  readonly holder: Holder | undefined
  /** What the changed document was read from, where that was Terraform or YAML. */
  readonly source?: Source | undefined
  readonly proof: Proof
  /** The document contains a placeholder, such as <ROLE_NAME>: nothing is proved until it’s filled in. */
  readonly hasPlaceholder?: boolean | undefined
  /** An assumption of the proof that nothing confirms, as a clause after "if". With one, it isn’t a proof. */
  readonly onlyIf?: Said | undefined
}

/** The same request, evaluated without and with the fixes up to and including this one. */
export interface Proof {
  readonly before: Verdict
  readonly after: Verdict
}

/** Confirmed: pasted documents decide it. Stated by AWS: the message or AWS’s documentation says so. Likely: the usual reason. */
export type Certainty = 'confirmed' | 'stated by AWS' | 'likely'

/** Why it was denied: the one cause that applies first, of those in `causes/`. */
export interface CauseFound<Said = Text> {
  /** The cause's file name. */
  readonly id: string
  readonly title: Said
  /** One or two sentences in the user's own terms. */
  readonly explanation: Said
  readonly certainty: Certainty
  /** It rests on a rule that AWS documents, whatever the policies say. */
  readonly isRule?: true
  /** Path of the article below the site's root: "billing/pass-role". */
  readonly article: string
  readonly steps: NonEmpty<Step<Said>>
}

/** Read-only commands that print the documents of one layer, each with a line that identifies it, ready to paste back. */
export interface FetchScript<Said = Text> {
  readonly policyType: PolicyType
  readonly script: Said
}

/** The whole answer to a case. */
export interface Diagnosis<Said = Text> {
  readonly denial: Denial
  /** AWS’s sentence as it was pasted, in one line; undefined where there’s none in words. */
  readonly quote: string | undefined
  /** If the paste contains several denials: all of them, with similar ones grouped. Empty otherwise. */
  readonly denials: readonly DenialGroup[]
  readonly secrets: readonly Secret[]
  readonly policies: readonly RecognisedPolicy[]
  /** Undefined where caller or action are not known: `needs` says what to give. */
  readonly request: Request | undefined
  readonly needs: readonly ('principal' | 'action' | 'resource')[]
  /** What the ARN of the denied action’s resource looks like, or "*"; undefined where the action isn’t known. */
  readonly resourceForm: string | undefined
  /** Notices to show before anything else: "AWS knows no action billing:GetWidget". */
  readonly notices: readonly Said[]
  /** Undefined without a request or without a policy. */
  readonly verdict: Verdict | undefined
  readonly cause: CauseFound<Said>
  /** A shell script that prints every document that was not given; undefined where none is missing. */
  readonly fetchScript: Said | undefined
  /** The same, one script a layer. */
  readonly fetchScripts: readonly FetchScript<Said>[]
  /** In the order in which they must be made; the last one's proof tells whether the request is then allowed. */
  readonly fixes: readonly Fix<Said>[]
  /** Instead of all of them: another change that allows the request by itself, with its trade-off. */
  readonly otherWay: Fix<Said> | undefined
}
