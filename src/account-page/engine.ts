import {
  type AccountPrincipal,
  type AdministratorPath,
  billingTasks,
  billingView,
  type CollectedText,
  type Collection,
  collect,
  decidingPolicies,
  grantTask,
  notSeen,
  type OutsideAccess,
  outsideAccess,
  pathsToAdministrator,
  permissionSetOf,
  type Reach,
  reachAround,
  removeTask,
  requestOf,
  type Surroundings,
  type Survey,
  survey,
  taskDecider,
  unusedPrincipals,
  type Way,
  waysOf,
  whatCan,
  whoCan,
} from '../account/index.ts'
import type { Facts } from '../evaluate/index.ts'
import { policyTypeNames } from '../iam/index.ts'
import { pathsInAccounts } from '../lint/index.ts'
import { type Reference, requiredServices } from '../reference/index.ts'
import type { Shelf } from '../session/service-data.ts'
import {
  administratorsPart,
  billingTaskLabel,
  chainLabels,
  notSeenSentence,
  outsidePart,
  permissionSetLabel,
  personLabel,
  type ReportPart,
  unknownActionSentence,
  unusedPart,
  unusedWords,
  wayLabel,
} from '../words/index.ts'
import { whyEach, whyOf, whyOutside } from './explain-decision.ts'
import { checkerLink, compareLink } from './links.ts'
import type {
  BillingAccess,
  BillingAnswer,
  DecidedQuestion,
  OpenedFiles,
  PermissionRow,
  RisksAnswer,
  ShownChange,
  TaskDetails,
  WhatAnswer,
  WhoAnswer,
  WhoRow,
  WhyAnswer,
} from './messages.ts'

/** Services that one load of the shelf takes. */
const shelfLoad = 40

/** The accounts that were opened, and every question to them. */
export class AccountEngine {
  readonly #shelf: Shelf
  #collection: Collection | undefined
  #survey: { readonly survey: Survey; readonly reference: Reference | undefined } | undefined
  /** What the last answer about risks was made of. */
  #risks:
    | {
        readonly surveyed: Survey
        readonly paths: readonly AdministratorPath[]
        readonly outside: readonly OutsideAccess[]
      }
    | undefined

  constructor(shelf: Shelf) {
    this.#shelf = shelf
  }

  /** What was opened. Without it no question has an answer: a worker that had to start again has forgotten it, and answering "no one can" would be wrong. */
  get #opened(): Collection {
    if (!this.#collection) throw new Error('the files aren’t open anymore. Close them, and open them again')
    return this.#collection
  }

  open(
    texts: readonly CollectedText[],
    unread: readonly { readonly name: string; readonly why: string }[],
  ): OpenedFiles {
    const collection = collect(texts)
    this.#collection = collection
    this.#survey = undefined
    this.#risks = undefined
    const { account, hasDetails, read, unused, people } = collection
    return {
      hasDetails,
      principals: account.principals.map((principal) => ({
        arn: principal.arn,
        name: principal.name,
        kind: principal.kind,
        accountId: principal.accountId,
        people: people(principal).map((each) => personLabel(each)),
      })),
      read: [...read],
      unused: [...unread, ...unused.map(({ name, why }) => ({ name, why: unusedWords(why) }))],
      gaps: account.principals.length > 0 ? gapsOf(this.#surveyWith(undefined), true) : [],
    }
  }

  async whoCan(action: string, resource: string): Promise<WhoAnswer> {
    const surveyed = await this.#load([action, 'sts:AssumeRole'])
    const question = { action, resource }
    const { answers, complete } = whoCan(surveyed, question)
    const rows = answers.map(({ principal, verdict, chain }, at): WhoRow => {
      const { decision } = verdict
      if (decision === 'allowed')
        return { at, decision, can: 'yes', how: waysInWords(waysOf(surveyed, principal, verdict), principal) }
      if (decision === 'undetermined' && verdict.canBeAllowed)
        return { at, decision, can: 'depends', how: verdict.missingContext.join(', ') }
      if (chain) return { at, decision, can: 'chain', how: chainLabels(chain).join(' → ') }
      return { at, decision, can: 'no', how: '' }
    })
    const reference = surveyed.surroundings.reference
    return {
      action,
      resource,
      rows,
      gaps: notSeen(surveyed, complete, question).map((each) => notSeenSentence(each)),
      unknown: unknownAction(action, reference),
    }
  }

  async why(at: number, action: string, resource: string): Promise<WhyAnswer> {
    const surveyed = await this.#load([action, 'sts:AssumeRole'])
    const question = { action, resource }
    const principal = this.#principal(at)
    const answer = whoCan(surveyed, question).answers[at]
    if (!answer) throw new Error('no such principal')
    return whyOf(surveyed, principal, question, answer.chain)
  }

  /** Why a principal can or can't do something, without the chains of roles. */
  async decide(at: number, action: string, resource: string): Promise<readonly DecidedQuestion[]> {
    return whyEach(await this.#load([action]), this.#principal(at), [{ action, resource }])
  }

  async whatCan(at: number): Promise<WhatAnswer> {
    const principal = this.#principal(at)
    const surveyed = await this.#load(await this.#servicesOf(principal))
    const rows = whatCan(surveyed, principal).flatMap(({ prefix, permissions }) =>
      permissions.map(
        ({ action, accessLevel, resource, except, verdict }): PermissionRow => ({
          service: prefix,
          action,
          accessLevel,
          resource,
          except,
          decision: verdict.decision,
          how:
            verdict.decision === 'undetermined'
              ? verdict.missingContext.join(', ')
              : waysInWords(waysOf(surveyed, principal, verdict), principal),
        }),
      ),
    )
    return { principal: at, rows, gaps: gapsOf(surveyed, true) }
  }

  async billing(access: BillingAccess): Promise<BillingAnswer> {
    const surveyed = await this.#load(billingTasks.flatMap(({ patterns }) => patterns))
    const rows = billingView(surveyed, factsOf(access)).map(({ principal, tasks }, at) => ({
      at,
      cells: tasks.map(({ can, missing, of }) => ({ can, missing: missing.length, of })),
      how: waysInWords(
        tasks.flatMap(({ ways }) => ways),
        principal,
      ),
    }))
    return {
      tasks: billingTasks.map(({ id }) => ({ id, label: billingTaskLabel(id) })),
      rows,
      gaps: notSeen(surveyed, true, { action: 'billing:GetBillingData', resource: '*' }).map((each) =>
        notSeenSentence(each),
      ),
    }
  }

  async task(at: number, id: string, access: BillingAccess): Promise<TaskDetails> {
    const surveyed = await this.#load(billingTasks.flatMap(({ patterns }) => patterns))
    const principal = this.#principal(at)
    const facts = factsOf(access)
    const answer = taskDecider(surveyed, facts)(principal).find(({ task }) => task.id === id)
    if (!answer) throw new Error('no such task')
    const task = { ...answer.task, label: billingTaskLabel(answer.task.id) }
    const { can, missing, of, dependsOn, ways } = answer
    const changes =
      can === 'yes'
        ? removeTask(surveyed, principal, task, facts)
        : [
            grantTask(surveyed, principal, task, facts),
            ...(can === 'depends' ? removeTask(surveyed, principal, task, facts) : []),
          ]
    const action = missing[0] ?? actionsOf(task.patterns)[0] ?? ''
    const question = { action, resource: '*', facts }
    return {
      can,
      missing,
      of,
      dependsOn,
      how: ways.map((way) => wayInWords(way, principal)),
      changes: await Promise.all(
        changes.map(
          async (change): Promise<ShownChange> => ({
            is: change.is,
            name: change.name,
            policy: change.document && JSON.stringify(change.document, null, 2),
            works: change.works,
            blockedBy: change.blockedBy.map(typeName),
            sharedWith: change.sharedWith,
            compare: await compareLink(change),
          }),
        ),
      ),
      link: await checkerLink(requestOf(principal, question), decidingPolicies(surveyed, question, principal)),
    }
  }

  /** Paths to administrator, access from outside, unused users and roles. */
  async risks(): Promise<RisksAnswer> {
    const { account, policies, credentials } = this.#opened
    const surveyed = await this.#load(
      requiredServices([
        ...pathsInAccounts.flatMap(({ actions }) => actions),
        ...policies.map(({ document }) => JSON.stringify(document)),
        'sts:AssumeRole',
      ]),
    )
    const paths = pathsToAdministrator(surveyed, pathsInAccounts)
    const outside = outsideAccess(surveyed).filter(({ kind }) => kind !== 'service')
    this.#risks = { surveyed, paths, outside }
    return {
      parts: [
        administratorsPart(paths),
        outsidePart(outside),
        unusedPart(unusedPrincipals(account, credentials, Date.now())),
      ],
      gaps: [...gapsOf(surveyed, true), ...(credentials ? [] : [notSeenSentence({ code: 'no-credential-report' })])],
    }
  }

  /** Why a line of the risks says what it says. */
  async risk(part: ReportPart['id'], line: number): Promise<readonly DecidedQuestion[]> {
    const { surveyed, paths, outside } = this.#risks ?? {}
    const path = part === 'administrators' ? paths?.[line] : undefined
    const access = part === 'outside' ? outside?.[line] : undefined
    if (surveyed && path) return whyEach(surveyed, path.principal, path.asked)
    if (access) return whyOutside(access)
    throw new Error('no such line')
  }

  /** Groups, and roles that can be assumed, around one node or in the whole account. */
  async reach(center: string | undefined): Promise<Reach> {
    return reachAround(await this.#load(['sts:AssumeRole']), center)
  }

  /** Actions that begin with what was typed; before the colon, services. */
  async complete(text: string): Promise<readonly string[]> {
    const typed = text.trim().toLowerCase()
    const [prefix = '', name] = typed.split(':')
    const { reference } = await this.#shelf.load(name === undefined ? [] : [prefix])
    if (!reference) return []
    if (name === undefined)
      return [...reference.prefixes.keys()]
        .flatMap((each) => (each.startsWith(prefix) ? [`${each}:`] : []))
        .slice(0, 30)
    const actions = [...(reference.services.get(prefix)?.actions ?? [])]
    return actions.flatMap(([lower, action]) => (lower.includes(name) ? [`${prefix}:${action.name}`] : [])).slice(0, 50)
  }

  #principal(at: number): AccountPrincipal {
    const principal = this.#opened.account.principals[at]
    if (!principal) throw new Error('no such principal')
    return principal
  }

  /** The services that a principal's policies name; all of them where a statement is about every action. */
  async #servicesOf(principal: AccountPrincipal): Promise<readonly string[]> {
    const texts = principal.attachments.map(({ policy }) => JSON.stringify(policy.document))
    const { reference } = await this.#shelf.load([])
    const all = [...(reference?.prefixes.keys() ?? [])]
    if (texts.some((text) => /"(?:NotAction"|Action":(?:\[[^\]]*)?"\*")/.test(text))) return all
    return requiredServices(texts)
  }

  /** A survey with the data of these services. The data that was loaded before stays. */
  async #load(names: readonly string[]): Promise<Survey> {
    const wanted = names.every((name) => !name.includes(':')) ? names : requiredServices(names)
    let reference: Reference | undefined
    for (let from = 0; from === 0 || from < wanted.length; from += shelfLoad)
      reference = (await this.#shelf.load(wanted.slice(from, from + shelfLoad))).reference
    return this.#surveyWith(reference)
  }

  #surveyWith(reference: Reference | undefined): Survey {
    if (this.#survey && this.#survey.reference === reference) return this.#survey.survey
    const { account, policies, organization } = this.#opened
    const surroundings: Surroundings = { policies, organization, facts: {}, reference }
    this.#survey = { survey: survey(account, surroundings), reference }
    return this.#survey.survey
  }
}

const gapsOf = (surveyed: Survey, complete: boolean): readonly string[] =>
  notSeen(surveyed, complete).map((each) => notSeenSentence(each))

const typeName = (type: string): string => Object.entries(policyTypeNames).find(([name]) => name === type)?.[1] ?? type

const factsOf = (access: BillingAccess): Facts => (access === 'unknown' ? {} : { billingIamAccess: access === 'on' })

const actionsOf = (patterns: readonly string[]): readonly string[] => patterns.filter((each) => !/[*?]/.test(each))

/** "policy Pay (group finance)", "permission set Finance". */
const wayInWords = (way: Way, principal: AccountPrincipal): string =>
  permissionSetOf(principal) === undefined ? wayLabel(way) : permissionSetLabel(way)

function waysInWords(ways: readonly Way[], principal: AccountPrincipal): string {
  return [...new Set(ways.map((way) => wayInWords(way, principal)))].join(', ')
}

/** A sentence for an action that AWS doesn't have, where its data was loaded. */
function unknownAction(action: string, reference: Reference | undefined): string | undefined {
  const [prefix = '', name = ''] = action.toLowerCase().split(':')
  if (!reference) return undefined
  if (!reference.prefixes.has(prefix)) return unknownActionSentence({ prefix })
  const service = reference.services.get(prefix)
  return service && !service.actions.has(name) ? unknownActionSentence({ action }) : undefined
}
