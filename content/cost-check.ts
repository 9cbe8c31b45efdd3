// One request to Cost Explorer, as several articles show it: it works from any shell on any day of any month.

/** The end may be in the future, up to the first day of the next month: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_GetCostAndUsage.html */
export const costCheck = {
  bash: 'aws ce get-cost-and-usage --granularity MONTHLY --metrics UnblendedCost --time-period "Start=$(date -u +%Y-%m-01),End=$(date -u +%Y-%m-28)"',
  powershell:
    'aws ce get-cost-and-usage --granularity MONTHLY --metrics UnblendedCost --time-period "Start=$(Get-Date -Format yyyy-MM-01),End=$(Get-Date -Format yyyy-MM-28)"',
  output: `"Total": {
  "UnblendedCost": { "Amount": "41.37", "Unit": "USD" }
}`,
  meaning:
    'An amount means yes: you have access. A message that names an action means no. AWS charges one US cent for the request.',
} as const
