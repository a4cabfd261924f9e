#include "cli/query/budget.h"

#include "cli/query/errors.h"

namespace ec2mimic::query {

void Budget::throw_too_much() { throw EvaluationError("The query uses too much memory: more than 1 GiB."); }
void Budget::throw_too_long() { throw EvaluationError("The query takes too long: more than 2,000,000,000 steps."); }

void* Budget::do_allocate(std::size_t bytes, std::size_t alignment) {
  check_room(bytes);
  void* memory = std::pmr::new_delete_resource()->allocate(bytes, alignment);
  bytes_ += bytes;
  return memory;
}

void Budget::do_deallocate(void* memory, std::size_t bytes, std::size_t alignment) {
  std::pmr::new_delete_resource()->deallocate(memory, bytes, alignment);
  bytes_ -= bytes;
}

}  // namespace ec2mimic::query
