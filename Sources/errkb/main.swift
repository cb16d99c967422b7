import ErrkbCommands

await Program.start()
