// AWS's data set, joined with the dependent actions that it no longer has.
import { expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import dependentActions from '../../src/reference/dependent-actions.json' with { type: 'json' }

test('the file of dependent actions says where it comes from and when', () => {
  expect(dependentActions.source).toMatch(/^@cloud-copilot\/iam-data@\d+\.\d+\.\d+$/)
  expect(dependentActions.date).toMatch(/^20\d\d-\d\d-\d\d$/)
  expect(Object.keys(dependentActions.services).length).toBeGreaterThan(150)
})

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html and its neighbors, column "Dependent actions".
test.each([
  ['lambda', 'createfunction', 'iam:PassRole'],
  ['ec2', 'runinstances', 'iam:PassRole'],
  ['access-analyzer', 'createanalyzer', 'iam:CreateServiceLinkedRole'],
])('%s: %s depends on %s', async (service, action, dependent) => {
  const reference = await loadReference([service])
  expect(reference.services.get(service)?.actions.get(action)?.dependentActions).toContain(dependent)
})
