import { type FoundMask, masksIn, type PolicyReader } from '../advise/index.ts'
import { type Language, languagesIn, type Reading, readAll } from '../denial/index.ts'
import { type PreparedPolicy, preparePolicy } from '../evaluate/index.ts'
import { type PolicyRead, type PolicyType, readPolicy } from '../iam/index.ts'
import { type Finding, lint, sizeOf } from '../lint/index.ts'
import { type Reference, requiredServices } from '../reference/index.ts'
import { type LintedPolicy, policyComplaints } from './complaints.ts'
import { languagesFor } from './languages.ts'
import type { Complaint } from './messages.ts'
import { type FindingWithExample, withExamples } from './public-examples.ts'

/** The engine's state between two questions: only what it parsed from the texts of the last one. While someone types, most of them stay. */
export interface Session extends PolicyReader {
  /** Reads a paste, or gives what was read of it for the last question. */
  readonly readPaste: (paste: string) => Promise<Reading>
  /** The services that a text mentions. */
  readonly servicesIn: (text: string) => readonly string[]
  /** The size of a policy as AWS counts it. */
  readonly sizeOf: (text: string) => number
  /** What lint finds; a public policy is shown with a request that proves it. */
  readonly findings: (
    read: PolicyRead,
    type: PolicyType,
    reference: Reference | undefined,
  ) => readonly (Finding | FindingWithExample)[]
  /** The languages that a text may need to be read in. */
  readonly languagesOf: (text: string) => readonly Language[]
  /** What is wrong with a policy, as the page shows it. */
  readonly complaints: (text: string, linted: LintedPolicy) => readonly Complaint[]
  /** A question begins. */
  readonly begin: () => void
  /** It's answered: forgets every text that it didn't use. */
  readonly end: () => void
  /** Forgets everything. */
  readonly clear: () => void
  /** The texts that the session holds results for. */
  readonly texts: readonly string[]
}

interface Linted {
  readonly type: PolicyType
  readonly reference: Reference | undefined
  readonly findings: readonly (Finding | FindingWithExample)[]
}

interface Complained extends LintedPolicy {
  readonly complaints: readonly Complaint[]
}

/** An empty session. */
export function createSession(): Session {
  const readings = new Map<string, Reading>()
  const services = new Map<string, readonly string[]>()
  const sizes = new Map<string, number>()
  const policies = new Map<string, PolicyRead>()
  const prepared = new Map<string, PreparedPolicy>()
  const linted = new Map<string, readonly Linted[]>()
  const languages = new Map<string, readonly Language[]>()
  const masks = new Map<string, readonly FoundMask[]>()
  const complained = new Map<string, Complained>()
  const all = [readings, services, sizes, policies, prepared, linted, languages, masks, complained]
  const used = new Set<string>()
  function held<Value>(results: Map<string, Value>, text: string, read: (text: string) => Value): Value {
    used.add(text)
    const value = results.get(text) ?? read(text)
    results.set(text, value)
    return value
  }
  return {
    async readPaste(paste) {
      const before = readings.get(paste) ?? readAll(paste, await languagesFor([paste]))
      const reading = held(readings, paste, () => before)
      // What is left of the paste when its documents are out was read with it, and is the next question's paste.
      if (reading.rest !== paste) held(readings, reading.rest, (rest) => ({ ...reading, text: rest, documents: [] }))
      return reading
    },
    servicesIn: (text) => held(services, text, (each) => requiredServices([each])),
    sizeOf: (text) => held(sizes, text, sizeOf),
    read: (text) => held(policies, text, readPolicy),
    masksIn: (text) => held(masks, text, masksIn),
    languagesOf: (text) => held(languages, text, languagesIn),
    prepare(policy, index) {
      const { text } = policy
      const now = preparePolicy({ ...policy, prepared: prepared.get(text) }, index)
      prepared.set(text, now)
      return now
    },
    findings(read, type, reference) {
      const { text } = read.policy
      const before = held(linted, text, () => []).filter((each) => each.reference === reference)
      const same = before.find((each) => each.type === type)
      if (same) return same.findings
      const findings = withExamples(lint({ text, read, policyType: type, reference }), {
        text,
        resourceType: undefined,
        reference,
      })
      linted.set(text, [...before, { type, reference, findings }])
      return findings
    },
    complaints(text, linted) {
      const before = complained.get(text)
      if (before?.findings === linted.findings && before.problems === linted.problems) return before.complaints
      const complaints = policyComplaints(text, linted)
      complained.set(text, { ...linted, complaints })
      return complaints
    },
    begin: () => used.clear(),
    end() {
      for (const results of all) for (const text of results.keys()) if (!used.has(text)) results.delete(text)
    },
    clear() {
      for (const results of [...all, used]) results.clear()
    },
    get texts() {
      return [...new Set(all.flatMap((results) => [...results.keys()]))]
    },
  }
}
