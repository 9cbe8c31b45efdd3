import { matches } from '../../../iam/index.ts'
import { conditionsOn, takesWildcards } from '../conditions.ts'
import { changeWords, type Examined, rewrite, type TrustCheck, type TrustFinding } from '../finding.ts'

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
        title: 'The audience in the policy isn’t the token’s',
        text: `${expected.because} The policy asks for \`${only.raw}\`.`,
        span: only.span,
        changes: [rewrite(only.span, expected.value)],
        change: changeWords(only.raw, expected.value),
        audience: expected.value,
      } satisfies TrustFinding,
    ]
  })

interface ExpectedAudience {
  readonly value: string
  readonly because: string
  readonly certain: boolean
  readonly isWrong: (written: string) => boolean
}

const always = (): boolean => true

function audienceOf({ provider, issuer, evidence }: Examined): ExpectedAudience | undefined {
  if (evidence.audience !== undefined)
    return {
      value: evidence.audience,
      because: `The token’s audience is \`${evidence.audience}\`.`,
      certain: true,
      isWrong: always,
    }
  if (provider.kind === 'saml') {
    const value = 'https://signin.aws.amazon.com/saml'
    return {
      value,
      because: `Assertions for AWS have the audience \`${value}\`.`,
      certain: false,
      isWrong: (written) => !/[*?]/.test(written) && !isSamlAudience(written),
    }
  }
  const asked = evidence.job?.audience
  if (asked !== undefined)
    return {
      value: asked,
      because: `The workflow asks for a token with the audience \`${asked}\`.`,
      certain: false,
      isWrong: always,
    }
  const usual = issuer?.audience
  if (usual === undefined || usual.includes('<')) return undefined
  // A customer can choose another audience, but these values certainly aren’t audiences.
  const isNone = (written: string): boolean =>
    /^system:serviceaccount:|^sts\.(?:amazon|aws)|^https?:\/\/sts\.|^sts$|^https:\/\/github\.com\/[\w.-]+$/.test(
      written,
    ) && !/^sts\.amazonaws\.com(?:\.cn)?$/.test(written)
  return {
    value: usual,
    because: `Tokens of ${issuer?.name ?? 'this issuer'} for AWS have the audience \`${usual}\`.`,
    certain: false,
    isWrong: isNone,
  }
}

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
            title: 'The audience is a user pool, and AWS compares it with the identity pool',
            text: `\`${value.raw}\` is the ID of a user pool. The aud of an identity pool’s token is the identity pool’s own ID: a Region, a colon, and a UUID.`,
            span,
            changes: [],
            change: `Put the identity pool’s ID in the place of \`${value.raw}\`.`,
            command: 'aws cognito-identity list-identity-pools --max-results 60',
          })),
      )

/** Guests and people who signed in carry different amr. https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html */
export const otherAmr: TrustCheck = (examined) => {
  const { evidence, provider } = examined
  if (provider.host !== 'cognito-identity.amazonaws.com' || evidence.signedIn !== false) return []
  return conditionsOn(examined, 'amr').flatMap(({ condition }) =>
    condition.values
      .filter(({ value }) => value.raw === 'authenticated')
      .map(({ value, span }) => ({
        code: 'amr',
        certain: false,
        title: 'The role is for people who signed in, and a guest asked for it',
        text: 'A guest’s token has amr unauthenticated. Sign in first, or give guests a role of their own: this one’s permissions were meant for users.',
        span,
        changes: [],
        change: `Leave \`${value.raw}\` as it is, and set the identity pool’s role for guests.`,
        command: 'aws cognito-identity get-identity-pool-roles --identity-pool-id "<IDENTITY_POOL_ID>"',
      })),
  )
}
