import { readOf, type StatementRef } from '../../evaluate/index.ts'
import type { Statement } from '../../iam/index.ts'
import type { NonEmpty } from '../../text/index.ts'
import { dataText, inTurn, messagesOf, type Text } from '../../words/index.ts'
import { defineCause, type Explanation } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { statementPhrase } from '../near-miss.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'
import { trustDrafts } from '../trust/drafts.ts'
import { evidenceIn } from '../trust/evidence.ts'
import { type ExaminedStatement, examineTrust } from '../trust/examine.ts'
import { misplacedAction } from '../trust/misplaced-action.ts'
import { type TokenMaker, tokenMaker } from '../trust/provider-form.ts'
import { findingSteps, idsStep, letsIn, lookAtAssertion, lookAtToken } from '../trust/steps.ts'
import { isTokenAction, presented } from '../trust/token.ts'
import { servicesTrusted } from '../trusted-services.ts'
import { listed, ownerOf } from '../words.ts'

const told = messagesOf('web-identity-trust', {
  oneMoreFinding: 'One more finding is',
  moreFindings: '{{count}} more findings are',
  below: '{{rest}} below.',
  trustPolicyFits: 'The trust policy fits some tokens, and nothing here says what this one holds',
  oftenOne: 'Often it is one of these. {{mistakes}}',
  namesNoProvider: 'The trust policy names no identity provider, so no token gets in',
  namesNoProviderText:
    'The call comes with {{token}}. Only a statement with its provider as the Federated principal lets that in. {{others}}',
  misplaced: 'The trust policy allows {{action}} to a user, role, or account, and no token belongs to one',
  misplacedText:
    '{{statement}} names an AWS principal. The call comes with {{token}}, and only a statement with its provider as the Federated principal lets that in.',
  ownKeys: 'Or let the program call sts:AssumeRole',
  ownKeysText:
    'A program that already has the credentials of that user or role needs no token. It calls sts:AssumeRole with them, and the statement allows that action.',
  aToken: 'a token',
  tokenOf: 'a token, probably one of {{name}}',
  assertion: 'a SAML assertion',
  onlyServices: 'This policy lets in only {{services}}.',
  addStatement: 'Add a statement for the provider to the trust policy',
  addStatementText:
    'Put your own names in the place of those in angle brackets. Keep the other statements as long as someone uses the role that way.',
  seeProviders: 'See which providers the account has',
  seeProvidersText: 'The provider must exist in the role’s account.',
  explanation:
    'The trust policy names `{{host}}` and has no mistake that shows. {{lets}} AWS denied the call, so the token says something else. {{rest}}',
})

interface Found {
  readonly situation: Evaluated
  /** Undefined: the trust policy lets no provider's tokens in. */
  readonly examined: ExaminedStatement | undefined
  /** The statement that allows the operation to others than providers, where no other one is known to be meant. */
  readonly misplaced?: StatementRef | undefined
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc.html and, for each issuer, the page that its row names. */
const articles: readonly (readonly [part: string, article: string])[] = [
  ['token.actions.', 'roles/github-oidc'],
  ['oidc.eks.', 'roles/eks-irsa'],
]

const articleOf = ({ provider: { kind, host } }: ExaminedStatement): string =>
  kind === 'saml' ? 'roles/saml' : (articles.find(([part]) => host.startsWith(part))?.[1] ?? 'roles/oidc-others')

/**
 * A token of an identity provider was presented, and the pasted trust policy holds a mistake that keeps it out, or leaves it open whether the token
 * fits. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html
 */
export const webIdentityTrust = defineCause<Found>({
  id: 'web-identity-trust',
  article: 'roles/oidc-others',
  applies: (situation) => {
    if (!isEvaluated(situation) || !isTokenAction({ action: situation.asked.action, actionDerived: undefined }))
      return undefined
    const evidence = evidenceIn(situation.given.paste)
    const found = presented(examineTrust(situation.policies, evidence), evidence, situation.asked.caller.arn)
    const examined = found && asFarAsSeen(found, situation)
    const misplaced = misplacedAction(situation.policies, situation.asked.action)
    if (misplaced && (!examined || isOfOther(examined, misplaced))) return { situation, examined: undefined, misplaced }
    if (!examined) return namesNoProvider(situation) ? { situation, examined: undefined } : undefined
    const isOpen = situation.verdict.decision === 'undetermined'
    return isOpen || examined.findings.length > 0 ? { situation, examined } : undefined
  },
  explain: ({ situation, examined, misplaced }) => {
    if (!examined) return misplaced ? misplacedWords(situation, misplaced) : withoutProvider(situation)
    const [first, ...more] = examined.findings
    if (!first) return { ...openWords(examined), article: articleOf(examined), basis: 'experience' }
    const others =
      more.length === 0
        ? ''
        : told('below', {
            rest: more.length === 1 ? told('oneMoreFinding') : told('moreFindings', { count: more.length }),
          })
    return {
      title: first.title,
      explanation: inTurn([first.text, others]),
      article: articleOf(examined),
      basis: first.certain ? 'document' : 'experience',
    }
  },
  steps: ({ situation, examined, misplaced }) => {
    if (!examined) return [...stepsWithoutProvider(situation), ...(misplaced ? [ownKeys] : [])]
    const [first, ...more] = findingSteps(examined, situation)
    const ids = idsStep(examined)
    const look = examined.provider.kind === 'saml' ? lookAtAssertion : lookAtToken
    const last: readonly Step[] = [
      ...(ids && !examined.findings.some(({ certain }) => certain) ? [ids] : []),
      ...(examined.evidence.subject === undefined ? [look] : []),
    ]
    return first ? [first, ...more, ...last] : [look, ...(ids ? [ids] : [])]
  },
  fixes: ({ situation, examined }) => (examined ? trustDrafts(situation, examined) : []),
})

/** Was the whole trust policy given, and does it let in services, users, or roles only? */
function namesNoProvider({ given, policies }: Evaluated): boolean {
  const trust = policies.flatMap((policy, index) =>
    policy.type === 'trust' && policy.given ? [{ policy, index }] : [],
  )
  return (
    trust.length > 0 &&
    trust.every(({ policy, index }) => {
      const { statements } = readOf(policy).policy
      const isWhole = given.policies[index]?.partial !== true && given.policies[index]?.cutOff !== true
      return isWhole && statements.length > 0 && statements.every(isForOthers)
    })
  )
}

/** A statement for services, accounts, users, or roles lets no token in, and neither does a Deny. */
const isForOthers = ({ effect, openEffect, principal }: Statement): boolean =>
  (effect?.value === 'Deny' && openEffect === undefined) ||
  (principal?.sense === 'any-of' &&
    principal.items.every(({ value: { kind } }) => kind === 'service' || kind === 'account' || kind === 'arn'))

/** The other trust policy has a mistake, and the one that names a provider has none that shows. */
const isOfOther = ({ findings, index }: ExaminedStatement, { policyIndex }: StatementRef): boolean =>
  findings.length === 0 && policyIndex !== index

/** Another trust policy can be the role's own, so it's certain only where there is one. */
function misplacedWords(situation: Evaluated, misplaced: StatementRef): Explanation {
  const { asked, given, policies } = situation
  const { kind, name } = tokenMaker(given.paste, asked.action)
  return {
    title: told('misplaced', { action: asked.action }),
    explanation: told('misplacedText', { statement: statementPhrase(misplaced), token: tokenPhrase(kind, name) }),
    article: articleFor(kind),
    basis: policies.filter(({ type }) => type === 'trust').length > 1 ? 'experience' : 'document',
  }
}

const ownKeys: Step = { title: told('ownKeys'), text: told('ownKeysText'), owner: 'caller' }

const tokenPhrase = (kind: TokenMaker['kind'], name: string | undefined): Text =>
  kind === 'saml' ? told('assertion') : name === undefined ? told('aToken') : told('tokenOf', { name })

const articleFor = (kind: TokenMaker['kind']): string =>
  kind === 'saml' ? 'roles/saml' : kind === 'kubernetes' ? 'roles/eks-irsa' : 'roles/oidc-others'

function withoutProvider(situation: Evaluated): Explanation {
  const { kind, name } = tokenMaker(situation.given.paste, situation.asked.action)
  const services = servicesTrusted(situation.policies)
  return {
    title: told('namesNoProvider'),
    explanation: told('namesNoProviderText', {
      token: tokenPhrase(kind, name),
      others: services.length > 0 ? told('onlyServices', { services: listed(services) }) : '',
    }),
    article: articleFor(kind),
    basis: 'document',
  }
}

function stepsWithoutProvider({ given, asked }: Evaluated): NonEmpty<Step> {
  const { kind, statement } = tokenMaker(given.paste, asked.action)
  return [
    { title: told('addStatement'), text: told('addStatementText'), owner: ownerOf('trust', asked), statement },
    {
      title: told('seeProviders'),
      text: told('seeProvidersText'),
      owner: ownerOf('trust', asked),
      command: kind === 'saml' ? 'aws iam list-saml-providers' : 'aws iam list-open-id-connect-providers',
    },
  ]
}

/** A part of a trust policy proves nothing: another statement can let the token in. */
function asFarAsSeen(examined: ExaminedStatement, { given }: Evaluated): ExaminedStatement {
  if (given.policies[examined.index]?.partial !== true) return examined
  return { ...examined, findings: examined.findings.map((finding) => ({ ...finding, certain: false })) }
}

function openWords(examined: ExaminedStatement): { readonly title: Text; readonly explanation: Text } {
  const { issuer, provider } = examined
  const mistakes = issuer?.mistakes ?? []
  return {
    title: told('trustPolicyFits'),
    explanation: told('explanation', {
      host: provider.host,
      lets: letsIn(examined),
      rest: mistakes.length === 0 ? '' : told('oftenOne', { mistakes: inTurn(mistakes.map(dataText)) }),
    }),
  }
}
