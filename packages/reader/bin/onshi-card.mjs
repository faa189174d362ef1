#!/usr/bin/env node
// A committed shim: pnpm links a bin only when its file exists at install time, before any build.
import "../dist/cli.js";
