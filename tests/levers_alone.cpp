// Prints what each lever does alone in each of its regions: build/drivkraft_levers_alone [LEVER ...]
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include "support/lever_alone.h"

using namespace drivkraft;

int main(int count, char** words) {
  const std::vector<std::string> wanted(words + 1, words + count);
  const std::vector<LeverEntry>& entries = test::catalogue().entries;
  for (std::size_t k = 0; k < entries.size(); ++k) {
    if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), entries[k].id) == wanted.end()) continue;
    std::cout << entries[k].id << '\n';
    for (const test::LeverAlone& alone : test::lever_alone(static_cast<int>(k)))
      std::cout << "  " << test::text_of(alone) << '\n';
  }
}
