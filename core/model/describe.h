// Describes a struct once, at compile time.
//
//     struct Tag { std::string key{}; std::string value{}; };
//     template <> struct Describe<Tag> {
//       static constexpr std::string_view name = "Tag";
//       static constexpr auto members = model::members(member<&Tag::key>("Key", "What the tag is called."),
//                                                      member<&Tag::value>("Value", "What it says."));
//     };
//
// A member pointer carries its owner and type, so neither is written twice, a misspelt field does not compile, and
// `members` rejects a list that mixes owners or describes another struct. The result is constant data (shape.h).
//
// Pitfalls: A request or result private to one .cpp file must be in an anonymous namespace, or the linker silently
// merges structs of the same name from two files; its description goes outside that namespace. Give every field an
// initialiser. A description must come before its first use. std::vector<bool> does not compile, because its elements
// have no address.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "core/model/shape.h"

namespace ec2mimic::model {

/// Specialised for every described struct.
template <class T>
struct Describe;

namespace detail {

template <class>
struct Pointee;
template <class Owner, class Value>
struct Pointee<Value Owner::*> {
  using OwnerType = Owner;
  using ValueType = Value;
};

template <class T>
struct Optional : std::false_type {
  using Value = T;
};
template <class T>
struct Optional<std::optional<T>> : std::true_type {
  using Value = T;
};

template <class T>
constexpr Shape make_shape();

}  // namespace detail

/// The shape of a type.
template <class T>
inline constexpr Shape shape_of = detail::make_shape<T>();

/// A member together with its owner's type, until `members` has checked that.
template <class Owner>
struct MemberOf {
  Member member;
  std::uint64_t identity;
};

template <class Owner, std::size_t Count>
struct Members {
  std::array<Member, Count> list;
  std::array<std::uint64_t, Count> identities;  ///< Identities of the members' pointers, in the same order.
};

namespace detail {

/// A number that identifies a member pointer at compile time: a hash (FNV-1a) of its spelling. Pointers to members of
/// different types cannot be compared, and under the sanitizers neither can addresses of functions.
template <auto Pointer>
constexpr std::uint64_t identity() {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : std::string_view(__PRETTY_FUNCTION__))
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

/// Access to one member. For an optional, get and make return its content, and make creates that if it is absent.
template <auto Pointer>
struct Access {
  using Owner = typename Pointee<decltype(Pointer)>::OwnerType;
  using Field = typename Pointee<decltype(Pointer)>::ValueType;
  using IsOptional = Optional<Field>;

  static bool present(const void* owner) {
    if constexpr (IsOptional::value)
      return (static_cast<const Owner*>(owner)->*Pointer).has_value();
    else
      return static_cast<void>(owner), true;
  }
  static const void* get(const void* owner) {
    const Field& field = static_cast<const Owner*>(owner)->*Pointer;
    if constexpr (IsOptional::value)
      return &*field;
    else
      return &field;
  }
  static void* make(void* owner) {
    Field& field = static_cast<Owner*>(owner)->*Pointer;
    if constexpr (IsOptional::value)
      return field.has_value() ? &*field : &field.emplace();
    else
      return &field;
  }
};

}  // namespace detail

template <auto Pointer>
constexpr auto member(std::string_view name, std::string_view doc, Traits traits = {}) {
  using Access = detail::Access<Pointer>;
  return MemberOf<typename Access::Owner>{
      {name, doc, traits, &shape_of<typename Access::IsOptional::Value>, &Access::present, &Access::get, &Access::make},
      detail::identity<Pointer>()};
}

/// The member's entry in the description of its struct, which must have one.
template <auto Pointer>
constexpr const Member& described_member() {
  using Access = detail::Access<Pointer>;
  const auto& members = Describe<typename Access::Owner>::members;
  std::size_t place = 0;
  while (members.identities[place] != detail::identity<Pointer>()) ++place;
  return members.list[place];
}

template <class Owner, class... Rest>
constexpr auto members(MemberOf<Owner> first, Rest... rest) {
  static_assert((std::is_same_v<MemberOf<Owner>, Rest> && ...), "members of different structs in one description");
  return Members<Owner, 1 + sizeof...(Rest)>{{first.member, rest.member...}, {first.identity, rest.identity...}};
}

/// A description as an object, for operations that share a struct but have their own names for its members.
template <class Owner, std::size_t Count>
struct Described {
  std::string_view name;
  Members<Owner, Count> members;
};

template <class Owner, class... Rest>
constexpr Described<Owner, 1 + sizeof...(Rest)> described(std::string_view name, MemberOf<Owner> first, Rest... rest) {
  return {name, members(first, rest...)};
}

/// The shape of such a description, which must be a constant at namespace scope.
template <const auto& Description>
inline constexpr Shape shape_by = {Kind::structure, Description.name, Description.members.list, nullptr, nullptr,
                                   nullptr,         nullptr};

/// For a struct without members.
template <class Owner>
constexpr Members<Owner, 0> members() {
  return {};
}

namespace detail {

template <class T>
struct Element {};
template <class T>
struct Element<std::vector<T>> {
  using Type = T;
};

template <class Owner, std::size_t Count>
constexpr bool describes(const Members<Owner, Count>&, const Owner*) {
  return true;
}
constexpr bool describes(...) { return false; }

template <class T>
constexpr Shape make_shape() {
  if constexpr (std::is_same_v<T, bool>) {
    return {Kind::boolean, {}, {}, nullptr, nullptr, nullptr, nullptr};
  } else if constexpr (std::is_same_v<T, std::int64_t>) {
    return {Kind::integer, {}, {}, nullptr, nullptr, nullptr, nullptr};
  } else if constexpr (std::is_same_v<T, std::string>) {
    return {Kind::string, {}, {}, nullptr, nullptr, nullptr, nullptr};
  } else if constexpr (requires { typename Element<T>::Type; }) {
    return {Kind::list,
            {},
            {},
            &shape_of<typename Element<T>::Type>,
            [](const void* list) { return static_cast<const T*>(list)->size(); },
            [](const void* list, std::size_t index) -> const void* { return &(*static_cast<const T*>(list))[index]; },
            [](void* list) -> void* { return &static_cast<T*>(list)->emplace_back(); }};
  } else {
    static_assert(describes(Describe<T>::members, static_cast<const T*>(nullptr)),
                  "this description lists the members of another struct");
    return {Kind::structure, Describe<T>::name, Describe<T>::members.list, nullptr, nullptr, nullptr, nullptr};
  }
}

}  // namespace detail
}  // namespace ec2mimic::model
