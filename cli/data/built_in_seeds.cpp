#include "cli/data/built_in_seeds.h"

#include "cli/data/embedded.h"

namespace ec2mimic::cli {

std::vector<BuiltInSeed> built_in_seeds() {
  constexpr std::string_view kFolder = "seeds/";
  constexpr std::string_view kEnding = ".json";
  std::vector<BuiltInSeed> seeds;
  for (const EmbeddedText& text : embedded_texts()) {
    if (!text.name.starts_with(kFolder)) continue;
    std::string_view name = text.name.substr(kFolder.size());
    name.remove_suffix(kEnding.size());
    seeds.push_back({name, text.content});
  }
  return seeds;
}

}  // namespace ec2mimic::cli
