/** A whole policy around the statements (JSON) of an example. */
export const policyOf = (...statements: readonly string[]): string =>
  `{\n  "Version": "2012-10-17",\n  "Statement": [\n${statements.map((each) => `    ${each}`).join(',\n')}\n  ]\n}`
