import { describe, expect, it } from 'vitest'
import { diagnose, requestText } from '../../src/advise/index.ts'
import { reference } from './reference.ts'

const paste = 'User: arn:aws:iam::111122223333:user/mateojackson is not authorized to perform: ce:GetCostAndUsage'
const text = (rest: string): string => requestText(diagnose({ paste: paste + rest, policies: [] }, reference))

describe('requestText', () => {
  it.each([
    ['who', 'Who: arn:aws:iam::111122223333:user/mateojackson'],
    ['what', 'Action: ce:GetCostAndUsage'],
    ['the cause', 'The user mateojackson probably lacks the permission ce:GetCostAndUsage'],
    ['the proposed change', '"Action": "ce:GetCostAndUsage"'],
    ['that it was proved', 'This change would allow it'],
  ])('says %s', (_, part) => {
    expect(text('')).toContain(part)
  })

  it('lists the steps where there is no fix', () => {
    const answer = text(' with an explicit deny in a service control policy')
    expect(answer).toContain('Denied by: service control policy (SCP)')
    expect(answer).toContain('What to do:')
    expect(answer).not.toContain('would allow it')
  })
})
