// This process as the system describes it, mostly through /proc.
#pragma once

#include "cli/system/system.h"

namespace ec2mimic::cli {

class RealProcess final : public Process {
 public:
  [[nodiscard]] std::string program() const override;
  [[nodiscard]] std::string parent() const override;
  [[nodiscard]] std::string folder() const override;
  [[nodiscard]] Moment now() const override;
  [[noreturn]] void die() override;
  Kept keep_file(std::string_view text) override;
  void sleep(std::chrono::milliseconds time) override;
  [[nodiscard]] Started start(const std::vector<std::string>& words,
                              const std::pair<std::string, std::string>& variable) override;
  [[nodiscard]] std::unique_ptr<ProcessGroup> new_group() override;
  [[nodiscard]] Found find_program(const std::string& name, std::string_view search) const override;
  [[nodiscard]] int become(const std::string& path, const std::vector<std::string>& words,
                           std::span<const Variable> variables) override;
};

}  // namespace ec2mimic::cli
