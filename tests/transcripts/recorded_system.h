// A service that gives the recorded responses and keeps the requests it got.
#pragma once

#include "tests/transcripts/form.h"
#include "tests/transcripts/recorded_case.h"
#include "tests/unit/cli/test_system.h"

namespace ec2mimic::test {

class RecordedService final : public cli::TestEngineHost {
 public:
  RecordedService(Clock& clock, Identifiers& identifiers, const RecordedCase& one, const Json& model,
                  const Json& documents, const Json& pages, const Json& errors)
      : TestEngineHost(clock, identifiers),
        one_(one),
        model_(model),
        documents_(documents),
        pages_(pages),
        errors_(errors) {}

  Json requests = Json::array();

  Outcome call(const std::string& path, const Engine::Options& options, const Operation& operation, const Json& request,
               std::string_view region) override {
    static_cast<void>(path), static_cast<void>(options), static_cast<void>(region);
    requests.push_back(form_fields(model_, std::string(operation.name), request));
    if (const Json* error = answered_error()) return ApiError{(*error)["code"], (*error)["message"]};
    if (const Json* document = field("document_inline")) return *document;
    if (field("document") != nullptr) return documents_[one_.text("document")]["document"];
    if (field("pages") != nullptr) return page(request);
    return Json::object();
  }

 private:
  const Json* field(const char* name) const {
    const auto found = one_.fields.find(name);
    return found == one_.fields.end() || found->is_null() ? nullptr : &*found;
  }

  // Some cases do not say which error the service returned, but show what the CLI made of it.
  const Json* answered_error() const {
    if (const Json* error = field("error")) return error;
    constexpr int kRefused = 254;
    const bool waited = one_.err.find(" failed: An error occurred (") != std::string::npos;  // quotes the error
    if (one_.exit != kRefused && !waited) return nullptr;
    const auto shows = [&](const Json& error, const char* part) {
      return one_.err.find(error[part].get_ref<const std::string&>()) != std::string::npos;
    };
    for (const Json& error : errors_) {
      if (shows(error, "code") && shows(error, "message")) return &error;
    }
    return nullptr;
  }

  // A page follows the token that ends the page before it.
  Json page(const Json& request) const {
    const Json& pages = pages_[one_.text("pages")]["pages"];
    if (!request.contains("NextToken")) return pages.front();
    for (std::size_t i = 0; i + 1 < pages.size(); ++i) {
      if (pages[i]["NextToken"] == request["NextToken"]) return pages[i + 1];
    }
    return pages.front();
  }

  const RecordedCase& one_;
  const Json& model_;
  const Json& documents_;
  const Json& pages_;
  const Json& errors_;
};

}  // namespace ec2mimic::test
