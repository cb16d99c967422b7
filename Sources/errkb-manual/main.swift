import Foundation

// Reads what `errkb --experimental-dump-help` writes, and writes the source of errkb(1). Not shipped:
// `make` asks it when it makes what is installed beside the programs.

do {
  let input = FileHandle.standardInput.readDataToEndOfFile()
  var page = ManualPage(try JSONDecoder().decode(ToolDescription.self, from: input))
  let frame = String(decoding: PackageResources.frame_man, as: UTF8.self)
  FileHandle.standardOutput.write(Data(page.source(frame: frame)))
} catch {
  FileHandle.standardError.write(Data("errkb-manual: \(error)\n".utf8))
  exit(1)
}
