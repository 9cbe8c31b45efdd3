// The table of OpenID Connect issuers: every row is found by its own form, and says which claims are condition keys.
import { describe, expect, it } from 'vitest'
import { isMappedClaim, oidcIssuer, oidcIssuers } from '../../src/reference/index.ts'

const filled = (form: string): string => form.replaceAll(/<[A-Z_]+>/g, 'a1b2c3')

describe('the table of issuers', () => {
  it.each(oidcIssuers.map((row) => [row.issuer, row] as const))('finds %s', (issuer, row) => {
    expect(oidcIssuer(filled(issuer))).toBe(row)
    expect(oidcIssuer(filled(issuer).toUpperCase())).toBe(row)
    expect(row.source).toMatch(/^https:\/\//)
  })

  it.each([
    [`token.actions.githubusercontent.com.evil.example`],
    ['evil.example/token.actions.githubusercontent.com'],
    ['oidc.eks.eu-west-1.amazonaws.com/id/'],
    ['gitlab.example.com'],
    [''],
  ])('doesn’t know %s', (host) => {
    expect(oidcIssuer(host)).toBeUndefined()
  })

  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_sts.html
  it.each([
    ['token.actions.githubusercontent.com', 'repository_owner_id', true],
    ['token.actions.githubusercontent.com', 'Sub', true],
    ['token.actions.githubusercontent.com', 'repository_owner', false],
    ['gitlab.com', 'project_id', true],
    ['gitlab.com', 'project_path', false],
    ['oidc.circleci.com/org/1', 'oidc.circleci.com/project-id', true],
    ['www.amazon.com', 'app_id', true],
    ['www.amazon.com', 'aud', false],
    ['idp.example.com', 'aud', true],
    ['idp.example.com', 'groups', false],
  ])('%s: is %s a key? %s', (host, claim, isMapped) => {
    expect(isMappedClaim(host, claim)).toBe(isMapped)
  })
})
