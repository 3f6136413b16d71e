#include "inputs/csv_table.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "inputs/text_file.h"
#include "support/scratch_data.h"

using namespace drivkraft;
using drivkraft::test::ScratchData;

namespace {

/// A file of its own, read as a table with the columns id and value.
struct Reading {
  explicit Reading(const std::string& text) {
    scratch.write("t.csv", text);
    table = CsvTable::read(scratch.folder() / "t.csv", "t.csv", {"id", "value"}, record, problems);
  }
  /// The messages without the folder in front.
  [[nodiscard]] std::string messages() const {
    std::string text = problems.text();
    const std::string folder = scratch.folder().generic_string() + "/";
    for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder)) {
      text.erase(at, folder.size());
    }
    return text;
  }

  ScratchData scratch;
  InputRecord record;
  Problems problems;
  CsvTable table;
};

}  // namespace

TEST_CASE("cells know their text, number and place", "[csv]") {
  const Reading r("id,value\na,1.5\n\"b, with \"\"quotes\"\"\", -2e3\n");
  REQUIRE(r.problems.empty());
  REQUIRE(r.table.sound());
  REQUIRE(r.table.rows() == 2);
  CHECK(r.table.text(1, 0) == "b, with \"quotes\"");
  Problems problems;
  CHECK(r.table.number(0, 1, problems) == 1.5);
  CHECK(r.table.number(1, 1, problems) == -2000.0);
  const Place place = r.table.place(1, 1);
  CHECK(place.line == 3);
  CHECK(place.column == 23);
  CHECK(place.length == 4);
  CHECK(place.line_text == "\"b, with \"\"quotes\"\"\", -2e3");
  CHECK(r.table.column("value") == 1);
  CHECK(r.table.column("nothing") == -1);
}

TEST_CASE("a byte order mark, CRLF, blank lines and a missing last line end are accepted", "[csv]") {
  const Reading r("\xEF\xBB\xBFid,value\r\n\r\nå,1\r\nb,2");
  REQUIRE(r.problems.empty());
  REQUIRE(r.table.rows() == 2);
  CHECK(r.table.text(0, 0) == "å");
  CHECK(r.table.text(1, 1) == "2");
  CHECK(r.table.place(0, 0).line == 3);
  CHECK(r.table.place(0, 1).column == 3);
  CHECK(r.table.place_of_header(0).column == 1);
  CHECK(r.table.line(1) == 4);
}

TEST_CASE("a cell may hold a line end in quotes; later lines are still counted right", "[csv]") {
  const Reading r("id,value\n\"a\nb\",1\nc,2\n");
  REQUIRE(r.problems.empty());
  CHECK(r.table.text(0, 0) == "a\nb");
  CHECK(r.table.line(1) == 4);
}

TEST_CASE("columns may stand in any order", "[csv]") {
  const Reading r("value,id\n1,a\n");
  REQUIRE(r.problems.empty());
  CHECK(r.table.text(0, r.table.column("id")) == "a");
}

TEST_CASE("a file read is entered with its digest", "[csv]") {
  const Reading r("id,value\na,1\n");
  REQUIRE(r.record.files.size() == 1);
  CHECK(r.record.files[0].file == "t.csv");
  CHECK(r.record.files[0].bytes == 13);
  CHECK(r.record.files[0].sha256 == sha256_of("id,value\na,1\n"));
  CHECK(sha256_of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");  // FIPS 180-2, B.1
}

TEST_CASE("unknown, missing and repeated columns are named at once", "[csv][errors]") {
  const Reading r("idd,value,value\n");
  CHECK_FALSE(r.table.sound());
  CHECK(r.messages() == R"(t.csv:1:1: unknown column "idd"
    1 | idd,value,value
      | ^~~ did you mean "id"?
t.csv:1:11: column "value" stands twice
    1 | idd,value,value
      |           ^~~~~
t.csv:1: column "id" is missing
    1 | idd,value,value
3 problems found; nothing was run.)");
}

TEST_CASE("rows of another length are named, each", "[csv][errors]") {
  const Reading r("id,value\na,1,2\nb\nc,3\n");
  CHECK_FALSE(r.table.sound());
  CHECK(r.messages() == R"(t.csv:2: the row has 3 cells, the header names 2
    2 | a,1,2
t.csv:3: the row has 1 cell, the header names 2
    3 | b
2 problems found; nothing was run.)");
}

TEST_CASE("a quote that does not end or stands inside a cell is refused", "[csv][errors]") {
  const Reading open("id,value\n\"a,1\nb,2\n");
  CHECK_FALSE(open.table.sound());
  CHECK(open.messages().find("t.csv:2:1: not a CSV file: a quoted cell does not end") == 0);
  const Reading inside("id,value\na\"b,1\n");
  CHECK_FALSE(inside.table.sound());
  CHECK(inside.messages().find("t.csv:2:1: not a CSV file: ") == 0);
}

TEST_CASE("a number must be a finite number", "[csv][errors]") {
  const auto [text, message] =
      GENERATE(table<std::string, std::string>({{"", "value is empty, a number is needed"},
                                                {"abc", "value is \"abc\", not a number"},
                                                {"12abc", "value is \"12abc\", not a number"},
                                                {"1 000", "value is \"1 000\", not a number"},
                                                {"0x10", "value is \"0x10\", not a number"},
                                                {"nan", "value is nan, must be a finite number"},
                                                {"-inf", "value is -inf, must be a finite number"},
                                                {"1e999", "value is 1e999, which is outside the range of numbers"}}));
  const Reading r("id,value\na," + text + "\n");
  REQUIRE(r.table.sound());
  Problems problems;
  CHECK_FALSE(r.table.number(0, 1, problems).has_value());
  REQUIRE(problems.size() == 1);
  CHECK(problems.list()[0].message == message);
  CHECK(problems.list()[0].place.line == 2);
  CHECK(problems.list()[0].place.column == 3);
}

TEST_CASE("a decimal comma is recognised", "[csv][errors]") {
  const Reading r("id,value\na,\"1,5\"\n");
  Problems problems;
  CHECK_FALSE(r.table.number(0, 1, problems).has_value());
  REQUIRE(problems.size() == 1);
  CHECK(problems.list()[0].hint == "numbers have a decimal point and no thousands separator");
}

TEST_CASE("what is no text file is refused as a whole", "[csv][errors]") {
  const ScratchData scratch;
  InputRecord record;
  const auto message_for = [&](const std::filesystem::path& path) {
    Problems problems;
    const CsvTable table = CsvTable::read(path, "x", {}, record, problems);
    CHECK_FALSE(table.sound());
    CHECK(record.files.empty());
    REQUIRE(problems.size() == 1);
    return problems.list()[0].message;
  };
  CHECK(message_for(scratch.folder() / "absent.csv") == "file not found");
  CHECK(message_for(scratch.folder() / "people") == "is a folder, a file is needed");
  scratch.write("empty.csv", "");
  CHECK(message_for(scratch.folder() / "empty.csv") == "is empty");
  scratch.write("latin1.csv", "id\nb\xf8lge\n");
  CHECK(message_for(scratch.folder() / "latin1.csv") == "byte 5 of the file is 0xf8, the file is not UTF-8 text");
  scratch.write("zero.csv", std::string("id\na\0b\n", 7));
  CHECK(message_for(scratch.folder() / "zero.csv") == "byte 5 of the file is 0x00, the file is not UTF-8 text");
  scratch.write("surrogate.csv", "id\n\xED\xA0\x80\n");
  CHECK(message_for(scratch.folder() / "surrogate.csv") == "byte 4 of the file is 0xed, the file is not UTF-8 text");
  scratch.write("large.csv", std::string(10'000'001, 'x'));
  CHECK(message_for(scratch.folder() / "large.csv") == "is 10000001 bytes, files above 10000000 bytes are not read");
  CHECK(message_for("/dev/null") == "is not an ordinary file");
}

TEST_CASE("a file with line ends only has no header", "[csv][errors]") {
  const Reading r("\n\n");
  CHECK_FALSE(r.table.sound());
  CHECK(r.messages() == "t.csv: has no header line\n1 problem found; nothing was run.");
}
