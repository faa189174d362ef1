// Imports the module named on the command line and reports the milliseconds from the start of the process to there and
// those of the import.
const begin = performance.now();
const [name] = process.argv.slice(2);
await import(name);
process.stdout.write(JSON.stringify({ start: begin, import: performance.now() - begin }));
