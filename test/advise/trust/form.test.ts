// The forms of an issuer's subjects: what a pattern of a trust policy can match, and what is missing behind it.
import { describe, expect, it } from 'vitest'
import { canHaveForm, missingEnd } from '../../../src/advise/trust/subjects/form.ts'

const terraform = 'organization:<ORGANIZATION>:project:<PROJECT>:workspace:<WORKSPACE>:run_phase:<PHASE>'
const circle = 'org/<ORG_ID>/project/<PROJECT_ID>/user/<USER_ID>'
const bitbucket = '{<REPOSITORY_UUID>}:{<STEP_UUID>}'

describe('a pattern that matches a subject of the form', () => {
  it.each([
    ['organization:acme:project:p:workspace:w:run_phase:plan', terraform, true],
    ['organization:acme:project:*:workspace:w:run_phase:*', terraform, true],
    ['organization:acme:*', terraform, true],
    ['*', terraform, true],
    ['organization:a?me:project:*', terraform, true],
    ['*:run_phase:apply', terraform, true],
    ['organization:acme:workspace:w:run_phase:*', terraform, false],
    ['organization:acme', terraform, false],
    ['organization::project:p:workspace:w:run_phase:plan', terraform, false],
    ['Organization:acme:*', terraform, false],
    ['', terraform, false],
    ['org/1/project/2/user/3', circle, true],
    ['org/1/project/2/user/3/more', circle, true],
    ['org/1/2/project/3/user/4', circle, false],
    ['{1}:{2}', bitbucket, true],
    ['{1}:*', bitbucket, true],
    ['1:2', bitbucket, false],
    ['anything:at/all', '<SUBJECT>', true],
  ])('%s, %s: %s', (pattern, form, fits) => {
    expect(canHaveForm(pattern, form)).toBe(fits)
  })

  it('takes long patterns without comparing them', () => {
    expect(canHaveForm('x'.repeat(100_000), terraform)).toBe(true)
    expect(canHaveForm('*?'.repeat(250), terraform)).toBe(true)
  })
})

describe('what is missing behind a value', () => {
  it.each([
    ['org/1/project/2', circle, '/*'],
    ['org/1', circle, '/*'],
    ['org/1/project/2/user/3', circle, undefined],
    ['org/1/project/*', circle, undefined],
    ['organization:acme:project:p:workspace:w', terraform, ':*'],
    ['organization:acme:workspace:w', terraform, undefined],
    ['{1}', bitbucket, ':*'],
    ['1', bitbucket, undefined],
  ])('%s, %s: %s', (value, form, end) => {
    expect(missingEnd(value, form)).toBe(end)
  })
})
