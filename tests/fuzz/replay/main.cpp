// Gives every file of a fuzz target's corpus to the target, so that what a fuzzer once found stays found in builds that
// have no libFuzzer. usage: replay_NAME FOLDER. A failure is a crash, as under libFuzzer, after the name of the file.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int argc, char** argv) {
  if (argc != 2) return std::fputs("usage: replay FOLDER\n", stderr), 2;
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[1])) {
    if (!entry.is_regular_file()) continue;
    std::printf("%s\n", entry.path().c_str());
    std::fflush(stdout);
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    // A copy of exactly this size on the heap, so that the address sanitizer sees a read beyond its end.
    const auto data = std::make_unique<std::uint8_t[]>(text.size());
    if (!text.empty()) std::memcpy(data.get(), text.data(), text.size());
    LLVMFuzzerTestOneInput(data.get(), text.size());
    ++count;
  }
  std::printf("%zu inputs\n", count);
  return count == 0 ? 1 : 0;
}
