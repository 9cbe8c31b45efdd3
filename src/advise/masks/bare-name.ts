/** The name in a resource that a message names without its ARN: "role shop-***-api", "my-***-queue". Empty for an ARN and for anything else. */
export const bareNameOf = (resource: string): string =>
  /^(?:[a-z]{3,20}(?: [a-z]{3,20})? )?([^\s:/"'`]{1,128})$/.exec(resource)?.[1] ?? ''
