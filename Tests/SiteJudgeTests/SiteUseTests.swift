import TestSupport
import Testing

/// The site as readers use it, in Chromium.
@Suite(.enabled(if: Judge.areThere, "a judge of 'make test-deps' is missing"))
struct SiteUseTests {
  private typealias Verdict = [String: [[String]]]

  /// What went wrong in each trial; all of them share one browser.
  private static let verdict = Result {
    try Judge("drive", try JudgedSite.samples.get().path).verdict(Verdict.self)
  }

  @Test(arguments: trials)
  func works(trial: String) throws {
    let problems = try #require(try Self.verdict.get()[trial])
    #expect(problems.map { $0.joined(separator: "\n    ") } == [])
  }

  @Test func noTrialIsLeftOut() throws {
    #expect(try Set(Self.verdict.get().keys) == Set(Self.trials))
  }

  private static let trials = [
    "words_are_found_over_http",
    "words_are_found_from_the_disk",
    "a_number_leads_to_its_event_over_http",
    "a_number_leads_to_its_event_from_the_disk",
    "words_lead_to_the_page_of_results",
    "one_character_of_chinese_and_japanese_is_enough",
    "a_message_of_a_list_is_found_in_arabic",
    "what_is_not_there_is_said",
    "nothing_that_is_typed_is_run",
    "the_root_leads_to_the_readers_language",
    "the_root_leads_to_the_default_where_there_is_no_other",
    "a_short_address_leads_to_the_readers_language",
    "the_anchor_of_a_short_address_is_kept",
    "a_language_that_was_chosen_is_kept",
    "a_language_that_is_missing_is_told_and_falls_back",
    "machine_translation_and_drift_are_told",
    "copying_gives_the_very_message_and_code",
    "a_list_is_filtered",
    "a_state_that_is_asked_for_is_seen_and_marked",
    "a_state_within_a_range_leads_to_its_row",
    "the_keyboard_reaches_everything_and_shows_where_it_is",
    "escape_closes_the_menu_of_languages",
    "without_scripts_all_is_there_but_the_search",
    "on_paper_there_is_the_answer_alone",
    "no_page_scrolls_sideways_on_a_phone",
    "no_page_complains_over_http",
    "no_page_complains_from_the_disk",
    "what_is_not_there_leads_on",
    "an_old_address_leads_to_the_new_one",
    "the_page_that_means_harm_does_none",
  ]
}
