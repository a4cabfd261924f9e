/*
 * The lower bound for the benchmarks: a program that makes only the system calls that no program of our kind can avoid,
 * uses the cheapest memory that Linux offers, and does not look at what it reads.
 *
 *   baseline read FILE    open, get the size, read all, close, print one piece of 600 bytes
 *   baseline write FILE   lock FILE.lock, read FILE, write a temporary of the same bytes, fsync, rename, fsync the folder
 *   baseline peak PROGRAM ARGUMENT...
 *                         run the program and print the most memory it had at a time, in KB; a process that is started
 *                         by a larger one would count that one's memory
 *
 * Built static at -O2. The time of ec2mimic is always given as a ratio to this, measured in the same run.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PIECE = 600 };
static const size_t huge_page = (size_t)2 << 20;
static const size_t large = (size_t)512 << 10;

static void require(int good, const char* what) {
  if (good) return;
  perror(what);
  exit(1);
}

/* Memory with the cheapest page faults: a small buffer is populated by mmap itself, a large one uses huge pages. */
static char* buffer(size_t size) {
  const int small = size < large;
  const size_t whole = small ? size : (size + huge_page - 1) / huge_page * huge_page + huge_page;
  char* memory =
      mmap(NULL, whole, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | (small ? MAP_POPULATE : 0), -1, 0);
  require(memory != MAP_FAILED, "mmap");
  if (small) return memory;
  memory += huge_page - (uintptr_t)memory % huge_page;
  madvise(memory, whole - huge_page, MADV_HUGEPAGE);
  return memory;
}

static char* read_all(const char* path, size_t* size) {
  struct stat status;
  const int file = open(path, O_RDONLY | O_CLOEXEC);
  require(file >= 0 && fstat(file, &status) == 0, path);
  char* text = buffer((size_t)status.st_size + 1);
  const ssize_t count = read(file, text, (size_t)status.st_size + 1);
  require(count == status.st_size, "read");
  close(file);
  *size = (size_t)count;
  return text;
}

static void write_anew(const char* path) {
  char name[PATH_MAX];
  char folder[PATH_MAX];
  size_t size;
  snprintf(folder, sizeof folder, "%s", path);
  char* slash = strrchr(folder, '/');
  require(slash != NULL, "a path with a folder");
  *slash = '\0';

  snprintf(name, sizeof name, "%s.lock", path);
  const int lock = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  require(lock >= 0 && flock(lock, LOCK_EX) == 0, name);
  const char* text = read_all(path, &size);
  snprintf(name, sizeof name, "%s.new", path);
  const int file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  require(file >= 0 && write(file, text, size) == (ssize_t)size, name);
  require(fsync(file) == 0 && close(file) == 0, name);
  const int directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  require(directory >= 0 && rename(name, path) == 0 && fsync(directory) == 0, folder);
  close(directory);
  close(lock);
}

static void print_peak(char** words) {
  struct rusage usage;
  int status = 0;
  const pid_t child = fork();
  require(child >= 0, "fork");
  if (child == 0) {
    const int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    execv(words[0], words);
    _exit(127);
  }
  require(wait4(child, &status, 0, &usage) == child && status == 0, words[0]);
  printf("%ld\n", usage.ru_maxrss);
}

int main(int count, char** words) {
  if (count > 2 && strcmp(words[1], "peak") == 0) {
    print_peak(words + 2);
    return 0;
  }
  if (count == 3 && strcmp(words[1], "write") == 0) {
    write_anew(words[2]);
    return 0;
  }
  if (count == 3 && strcmp(words[1], "read") == 0) {
    size_t size;
    const char* text = read_all(words[2], &size);
    require(write(STDOUT_FILENO, text, size < PIECE ? size : PIECE) > 0, "write");
    return 0;
  }
  fputs("usage: baseline read|write FILE\n", stderr);
  return 2;
}
