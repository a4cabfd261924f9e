#include "cli/python/encodings.h"

#include <algorithm>
#include <array>
#include <string>

#include "cli/python/text.h"
#include "core/text/ascii.h"

namespace ec2mimic::cli {
namespace {

// Sorted, without the separators.
constexpr std::array<std::string_view, 76> kEncodings{
    "646",       "ascii",     "big5",      "big5hkscs", "cp1250",   "cp1251",   "cp1252",    "cp1253",    "cp1254",
    "cp1255",    "cp1256",    "cp1257",    "cp1258",    "cp437",    "cp65001",  "cp850",     "cp852",     "cp866",
    "cp874",     "cp932",     "cp936",     "cp949",     "cp950",    "eucjp",    "euckr",     "gb18030",   "gb2312",
    "gbk",       "hz",        "iso2022jp", "iso2022kr", "iso8859",  "iso88591", "iso885910", "iso885911", "iso885913",
    "iso885914", "iso885915", "iso885916", "iso88592",  "iso88593", "iso88594", "iso88595",  "iso88596",  "iso88597",
    "iso88598",  "iso88599",  "johab",     "koi8r",     "koi8t",    "koi8u",    "l1",        "latin",     "latin1",
    "latin2",    "latin9",    "macroman",  "shiftjis",  "sjis",     "tis620",   "u16",       "u32",       "u7",
    "u8",        "ujis",      "usascii",   "utf",       "utf16",    "utf16be",  "utf16le",   "utf32",     "utf32be",
    "utf32le",   "utf7",      "utf8",      "utf8sig",
};

}  // namespace

bool is_python_encoding(std::string_view name) {
  std::string bare;
  for (const char c : ascii::lower(name)) {
    if (ascii::is_alphanumeric(c)) bare += c;
  }
  return std::binary_search(kEncodings.begin(), kEncodings.end(), bare);
}

}  // namespace ec2mimic::cli
