#!/usr/bin/env node
// Plain JavaScript, so that an old Node can read it and say what is missing.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  process.stderr.write(
    `kairos: Node.js 24 or newer is needed, this is ${process.versions.node}: use "npm run" in the checkout, which brings its own\n`,
  )
  process.exit(3)
}
const { main } = await import('../src/main/cli.ts')
process.exitCode = await main(process.argv, process.env)
