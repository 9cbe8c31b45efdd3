import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { causes } from '../../src/advise/index.ts'

describe('the registry of causes', () => {
  it('is the folder', () => {
    const files = readdirSync(new URL('../../src/advise/causes', import.meta.url)).filter((file) => file !== 'index.ts')
    expect(causes.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort())
  })
})
