import type { Reading } from './reading.ts'

const source = 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_declarative.html'

/** Blanks, line breaks, and case say nothing; a tool may have changed them. */
const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

/**
 * An organization can write the text itself that a declarative policy denies with, so no table can hold it. `texts` are those of the reader's own
 * organization: where the paste has one, it's the denial, and no IAM policy can help.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_declarative.html
 */
export function withOwnTexts(reading: Reading, texts: readonly string[]): Reading {
  if (texts.length === 0 || reading.rest.length > longest) return reading
  const pasted = plain(reading.rest)
  if (!texts.some((text) => pasted.includes(plain(text)))) return reading
  const denial = {
    ...reading.denial,
    kind: 'access-denied' as const,
    insteadOf: undefined,
    insteadTopic: undefined,
    candidate: undefined,
    sentence: {
      id: 'own-text',
      actions: [],
      isOpen: false,
      caller: { kind: 'caller' as const },
      change: 'declarative-policy' as const,
      resourceArn: undefined,
      blames: undefined,
      literals: 0,
      source,
    },
  }
  const [first, ...others] = reading.denials
  return { ...reading, denial, denials: [{ ...first, denial }, ...others] }
}

/** Longer pastes are logs. */
const longest = 400_000
