import { type Condition, matches } from '../../../iam/index.ts'
import { namesInIssuer } from '../../../reference/index.ts'
import { messagesOf, type Text } from '../../../words/index.ts'
import { conditionsOn, takesWildcards } from '../conditions.ts'
import { changeWords, type Examined, rewrite, type TrustCheck, type TrustFinding } from '../finding.ts'
import { likelySubject } from '../subjects/subject-mistake.ts'

const told = messagesOf('trust/checks/audience', {
  audiencePolicyTokens: 'The audience in the policy isn’t the token’s',
  audiencePolicyTokensText: '{{because}} The policy asks for `{{raw}}`.',
  subjectUnderAudience: 'The subject is compared with the token’s audience',
  subjectUnderAudienceText:
    '`{{raw}}` is a subject, so it belongs to `{{right}}`. The policy compares it with `{{key}}`, the audience, and no token has it there.',
  putAudienceTokens: 'Put the audience of your tokens in the place of `{{raw}}`.',
  removeAudience:
    'Remove the line with `audience` from the step: without it the action asks for `{{raw}}`, as the policy wants.',
  tokensAudience: 'The token’s audience is `{{audience}}`.',
  assertionsAudience: 'Assertions for AWS have the audience `{{value}}`.',
  workflowAsksToken: 'The workflow asks for a token with the audience `{{asked}}`.',
  tokensAudienceB: 'Tokens of {{name}} for AWS have the audience `{{value}}`.',
  audienceProgramAsks: 'The audience that a program asks Google for is in another key',
  audienceProgramAsksText:
    'For Google, `{{value}}` holds the ID of the OAuth client or service account, and `{{right}}` the audience that was asked for. `{{raw}}` looks like the latter.',
  audienceUserPool: 'The audience is a user pool, and AWS compares it with the identity pool',
  audienceUserPoolText:
    '`{{raw}}` is the ID of a user pool. The aud of an identity pool’s token is the identity pool’s own ID: a Region, a colon, and a UUID.',
  audienceUserPoolChange: 'Put the identity pool’s ID in the place of `{{raw}}`.',
  valueAmrDiffers: 'The value for amr differs in upper and lower case',
  valueAmrDiffersText:
    'Cognito sends authenticated or unauthenticated in lower case, and the policy asks for `{{raw}}`. The comparison is case-sensitive.',
  rolePeopleSigned: 'The role is for people who signed in, and a guest asked for it',
  rolePeopleSignedText:
    'A guest’s token has amr unauthenticated. Sign in first, or give guests a role of their own: this one’s permissions were meant for users. If this is the guests’ role, its condition must say `unauthenticated`.',
  rolePeopleSignedChange: 'It wants `{{raw}}`. Set the identity pool’s role for guests.',
})

/** The audiences of AWS's sign-in endpoint for SAML. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html */
const isSamlAudience = (value: string): boolean =>
  /^https:\/\/(?:[a-z0-9-]+\.)?signin\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)\/(?:saml|saml\/acs\/[\w-]+)$/.test(
    value,
  )

/** The audience in the policy isn't the one that the token has. */
export const otherAudience: TrustCheck = (examined) =>
  conditionsOn(examined, 'aud').flatMap(({ condition }) => {
    const values = condition.values.map(({ value, span }) => ({ raw: value.raw, span }))
    const [only] = values
    const asSubject = subjectUnderAudience(examined, condition)
    if (asSubject) return [asSubject]
    const expected = audienceOf(examined)
    if (!only || !expected) return []
    const fits = values.some(({ raw }) =>
      takesWildcards(condition) ? matches(raw, expected.value) : raw === expected.value,
    )
    if (fits || !expected.isWrong(only.raw)) return []
    return [
      {
        code: 'audience',
        certain: expected.certain,
        title: told('audiencePolicyTokens'),
        text: told('audiencePolicyTokensText', { because: expected.because, raw: only.raw }),
        span: only.span,
        ...(expected.isOdd === true && only.raw === examined.issuer?.audience
          ? {
              changes: [],
              change: told('removeAudience', { raw: only.raw }),
              audience: only.raw,
              isElsewhere: true as const,
            }
          : expected.isForm
            ? { changes: [], change: told('putAudienceTokens', { raw: only.raw }) }
            : {
                changes: [rewrite(only.span, expected.value)],
                change: changeWords(only.raw, expected.value),
                audience: expected.value,
              }),
      } satisfies TrustFinding,
    ]
  })

/**
 * The key says aud and the value is a subject: changing the value would let in every token of the provider, so the key changes.
 * Undefined where another condition asks for sub already.
 */
function subjectUnderAudience(examined: Examined, { key, values }: Condition): TrustFinding | undefined {
  const { provider, issuer } = examined
  const [only] = values
  const isSubject = values.every(({ value: { raw } }) =>
    ['system:serviceaccount:', ...(issuer?.subjects ?? []).map(beginningOf)].some(
      (beginning) => beginning !== '' && raw.startsWith(beginning),
    ),
  )
  if (!only || !isSubject || conditionsOn(examined, 'sub').length > 0) return undefined
  const right = `${provider.host}:sub`
  return {
    code: 'subject-under-audience',
    certain: false,
    title: told('subjectUnderAudience'),
    text: told('subjectUnderAudienceText', { raw: only.value.raw, right, key: key.value }),
    span: key.span,
    changes: [rewrite(key.span, right)],
    change: changeWords(key.value, right),
    subject: likelySubject(only.value.raw),
  }
}

/** What a form such as "repo:<OWNER>/<REPO>:…" begins with, if that distinguishes it from other texts. */
const beginningOf = (form: string): string => /^[a-z_-]+:(?:[a-z]+:)?(?=<)/.exec(form)?.[0] ?? ''

interface ExpectedAudience {
  readonly value: string
  /** It has placeholders: only the reader knows the whole value. */
  readonly isForm?: boolean
  /** The workflow asks for it, and it isn't the issuer's usual one. */
  readonly isOdd?: boolean
  readonly because: Text
  readonly certain: boolean
  readonly isWrong: (written: string) => boolean
}

const always = (): boolean => true

function audienceOf({ provider, issuer, evidence }: Examined): ExpectedAudience | undefined {
  if (evidence.audience !== undefined)
    return {
      value: evidence.audience,
      because: told('tokensAudience', { audience: evidence.audience }),
      certain: true,
      isWrong: always,
    }
  if (provider.kind === 'saml') {
    const value = 'https://signin.aws.amazon.com/saml'
    return {
      value,
      because: told('assertionsAudience', { value }),
      certain: false,
      isWrong: (written) => !/[*?]/.test(written) && !isSamlAudience(written),
    }
  }
  const asked = evidence.job?.audience
  if (asked !== undefined)
    return {
      value: asked,
      isOdd: asked !== issuer?.audience,
      because: told('workflowAsksToken', { asked }),
      certain: false,
      isWrong: always,
    }
  const usual = issuer?.audience
  if (!issuer || usual === undefined) return undefined
  const value = filled(usual, namesInIssuer(issuer, provider.host))
  return {
    value,
    isForm: value.includes('<'),
    because: told('tokensAudienceB', { name: issuer.name, value }),
    certain: false,
    isWrong: (written) => isNoAudience(written) || (isOfAws(written) && !isOfAws(usual)),
  }
}

/** A form such as "https://vercel.com/<TEAM>" with the names that are known. */
const filled = (form: string, names: ReadonlyMap<string, string>): string =>
  form.replaceAll(/<[^<>]+>/g, (hole) => names.get(hole) ?? hole)

const isOfAws = (value: string): boolean => /^sts\.amazonaws\.com(?:\.cn)?$/.test(value)

/** A customer can choose another audience, but these values certainly aren’t audiences. */
const isNoAudience = (written: string): boolean =>
  /^system:serviceaccount:|^sts\.(?:amazon|aws)|^https?:\/\/sts\.|^sts$|^https:\/\/github\.com\/[\w.-]+$/.test(
    written,
  ) && !isOfAws(written)

/**
 * Google puts the caller's own client or account ID into :aud, and the audience that was asked for into :oaud.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
export const requestedAudience: TrustCheck = (examined) =>
  examined.provider.host !== 'accounts.google.com'
    ? []
    : conditionsOn(examined, 'aud').flatMap(({ condition: { key, values } }) => {
        const [only, ...more] = values
        const isId = only && /^\d+$|\.apps\.googleusercontent\.com$|[*?]/.test(only.value.raw)
        if (!only || more.length > 0 || isId) return []
        const right = 'accounts.google.com:oaud'
        return [
          {
            code: 'requested-audience',
            certain: false,
            title: told('audienceProgramAsks'),
            text: told('audienceProgramAsksText', { value: key.value, right, raw: only.value.raw }),
            span: key.span,
            changes: [rewrite(key.span, right)],
            change: changeWords(key.value, right),
          } satisfies TrustFinding,
        ]
      })

/** The audience of a Cognito role is the identity pool, not the user pool. https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html */
export const userPoolAsAudience: TrustCheck = (examined) =>
  examined.provider.host !== 'cognito-identity.amazonaws.com'
    ? []
    : conditionsOn(examined, 'aud').flatMap(({ condition }) =>
        condition.values
          .filter(({ value }) => /^[a-z]{2}(?:-[a-z]+)+-\d_[A-Za-z0-9]+$/.test(value.raw))
          .map(({ value, span }) => ({
            code: 'user-pool-audience',
            certain: true,
            title: told('audienceUserPool'),
            text: told('audienceUserPoolText', { raw: value.raw }),
            span,
            changes: [],
            change: told('audienceUserPoolChange', { raw: value.raw }),
            command: 'aws cognito-identity list-identity-pools --max-results 60',
          })),
      )

/** Guests and people who signed in carry different amr. https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html */
export const otherAmr: TrustCheck = (examined) => {
  const { evidence, provider } = examined
  if (provider.host !== 'cognito-identity.amazonaws.com') return []
  const values = conditionsOn(examined, 'amr').flatMap(({ condition }) => condition.values)
  const inOtherCase = values.filter(
    ({ value: { raw } }) => /^(?:un)?authenticated$/i.test(raw) && raw !== raw.toLowerCase(),
  )
  if (inOtherCase.length > 0)
    return inOtherCase.map(({ value: { raw }, span }) => ({
      code: 'case',
      certain: true,
      title: told('valueAmrDiffers'),
      text: told('valueAmrDiffersText', { raw }),
      span,
      changes: [rewrite(span, raw.toLowerCase())],
      change: changeWords(raw, raw.toLowerCase()),
    }))
  if (evidence.signedIn !== false) return []
  return values
    .filter(({ value }) => value.raw === 'authenticated')
    .map(({ value, span }) => ({
      code: 'amr',
      certain: false,
      title: told('rolePeopleSigned'),
      text: told('rolePeopleSignedText'),
      span,
      changes: [],
      change: told('rolePeopleSignedChange', { raw: value.raw }),
      isElsewhere: true as const,
      command: 'aws cognito-identity get-identity-pool-roles --identity-pool-id "<IDENTITY_POOL_ID>"',
    }))
}
