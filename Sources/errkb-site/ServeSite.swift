internal import ArgumentParser
internal import Diagnostics
internal import Dispatch
internal import Glibc
internal import Processes
internal import Serve

/// `errkb-site serve`: what `errkb serve` starts.
struct ServeSite: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve a site on this machine until interrupted.")

  @Option(help: "The folder of the site.")
  var folder: String

  @Option(help: "The port; 0 for any.")
  var port: UInt16

  @Option(help: "The folders to watch.")
  var watch: [String] = []

  @Option(help: "A folder that is not watched.")
  var ignore: String?

  @Option(help: "The program that builds the site after a change.")
  var builder: String?

  @Argument(help: "What the builder is started with.")
  var arguments: [String] = []

  func run() throws {
    // A reader who goes while a page is sent is no reason to end.
    _ = signal(SIGPIPE, SIG_IGN)
    let interrupts = Interrupts()
    let board = builder == nil ? nil : NewsBoard()
    let watch = makeWatch(board)
    let end = Ending()

    if let watch {
      DispatchQueue.global().async {
        do throws(FileError) {
          try watch.run()
        } catch {
          end.come("\(error)")
        }
      }
    }
    let server = SiteServer(ServedFolder(folder), port: port, board: board)
    let serving = Task {
      do {
        try await server.run { address in
          Descriptor.write(Array("\(address)\n".utf8), to: STDOUT_FILENO)
        }
        end.come(nil)
      } catch {
        end.come("\(error)")
      }
    }
    DispatchQueue.global().async {
      interrupts.waitForOne()
      end.come(nil)
    }
    let failure = end.wait()
    watch?.stop()
    serving.cancel()
    if let failure {
      Words.say(failure)
      throw ExitCode(2)
    }
  }

  private func makeWatch(_ board: NewsBoard?) -> SiteWatch? {
    guard let builder, let board else { return nil }
    let ignored = ignore.flatMap(Self.realPath)
    return SiteWatch(
      watch, ignoring: { ignored != nil && Self.realPath($0) == ignored },
      rebuilder: Rebuilder(program: builder, arguments: arguments), board: board)
  }

  /// A path without links and dots; nil where there is nothing.
  private static func realPath(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}
